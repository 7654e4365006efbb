import { describe, expect, test } from 'vitest';
import { installedPackages, missingLibraries, namesToInstall, packagesOnOffer } from './debian-answers.mjs';

const GTK = { names: ['libgtk-3-0', 'libgtk-3-0t64'] } as const;
const NSS = { names: ['libnss3'] } as const;

describe('what dpkg-query says is installed', () => {
  test('a package is there when it is installed, even if held back', () => {
    const answer = 'ii  libnss3 amd64\nhi  libgtk-3-0 amd64\nii  fonts-dejavu-core all\n';

    expect([...installedPackages(answer)]).toEqual(['libnss3', 'libgtk-3-0', 'fonts-dejavu-core']);
  });

  test('one that was removed, is half installed or is for another processor is not there', () => {
    const answer = 'rc  libnss3 amd64\niU  xvfb amd64\nun  make \nii  libgbm1 i386\n';

    expect([...installedPackages(answer)]).toEqual([]);
  });

  test('no answer means nothing is there', () => {
    expect([...installedPackages('')]).toEqual([]);
  });
});

describe('what apt-cache says can be installed', () => {
  test('a name that others merely provide is not on offer', () => {
    const policy = [
      'libgtk-3-0:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libgtk-3-0t64:',
      '  Installed: (none)',
      '  Candidate: 3.24.49-3',
      '  Version table:',
      '     3.24.49-3 500',
      '        500 http://deb.debian.org/debian trixie/main amd64 Packages',
      '',
    ].join('\n');

    expect([...packagesOnOffer(policy)]).toEqual(['libgtk-3-0t64']);
  });

  test('before the first update apt knows nothing', () => {
    expect([...packagesOnOffer('')]).toEqual([]);
  });
});

describe('what is asked for', () => {
  test('a library that is there under its newer name is not missing', () => {
    expect(missingLibraries([GTK, NSS], new Set(['libgtk-3-0t64']))).toEqual([NSS]);
  });

  test('each system is asked for the name that it knows', () => {
    expect(namesToInstall([GTK, NSS], new Set(['libgtk-3-0', 'libnss3']))).toEqual(['libgtk-3-0', 'libnss3']);
    expect(namesToInstall([GTK, NSS], new Set(['libgtk-3-0t64', 'libnss3']))).toEqual([
      'libgtk-3-0t64',
      'libnss3',
    ]);
  });

  test('where apt knows nothing yet, the name in Debian 12 is used', () => {
    expect(namesToInstall([GTK], new Set())).toEqual(['libgtk-3-0']);
  });
});
