/** The lock below the app: what its scripts put onto a machine, and what its check finds there. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/project.mjs';

const linux = `${projectRoot}/build/operating-system/linux`;
const windows = `${projectRoot}/build/operating-system/windows`;
const LIBRARY = 'usr/local/lib/ekidom-kiosk';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'machine-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the installation', () => {
  test('on an empty machine makes it fit', () => {
    install();

    expect(check()).toEqual({ exitCode: 0, said: 'Nothing is missing (wayland).\n' });
  });

  test('a second time changes nothing', () => {
    install();

    expect(install()).toBe('Everything is in place already.\n');
  });

  test('that is only tried says what it would do, and does nothing', () => {
    const said = install('--dry-run');

    expect(said).toContain('put     /etc/systemd/system/ekidom-kiosk.service');
    expect(readdirSync(root)).toEqual([]);
  });

  test('goes over to another display and takes the first one’s files away', () => {
    install('--display', 'x11');
    expect(readFileSync(join(root, LIBRARY, 'open-display'), 'utf8')).toContain('xinit');

    install('--display', 'wayland');

    expect(readFileSync(join(root, LIBRARY, 'open-display'), 'utf8')).toContain('exec cage');
    expect(existsSync(join(root, 'etc/X11/xorg.conf.d/50-ekidom-kiosk.conf'))).toBe(false);
    expect(check().exitCode).toBe(0);
  });

  test('keeps USB storage out unless a feature needs it, and an update keeps that choice', () => {
    const shut = join(root, 'etc/modprobe.d/ekidom-kiosk-usb-storage.conf');
    install();
    expect(existsSync(shut)).toBe(true);

    install('--display', 'x11', '--with', 'usb-keys');
    install();

    expect(existsSync(shut)).toBe(false);
    expect(check()).toEqual({ exitCode: 0, said: 'Nothing is missing (x11 usb-keys).\n' });
    install('--with', 'nothing');
    expect(existsSync(shut)).toBe(true);
  });

  test('does not throw away a unit that stood where it puts a link', () => {
    mkdirSync(join(root, 'etc/systemd/system'), { recursive: true });
    appendFileSync(join(root, 'etc/systemd/system/getty@.service'), 'the operator’s own');

    install();

    const kept = join(root, 'etc/systemd/system/getty@.service.before-ekidom-kiosk');
    expect(readFileSync(kept, 'utf8')).toBe('the operator’s own');
    expect(check().exitCode).toBe(0);
  });

  test('can be taken back', () => {
    install('--display', 'x11');

    install('--remove');

    expect(filesBelow(root)).toEqual([]);
  });

  test.each([
    [['--display', 'windows']],
    [['--with', 'everything']],
    [['--root']],
    [['--root', '']],
    [['--force']],
  ])('refuses %j', (words) => {
    expect(spawnSync(`${linux}/install.sh`, words).status).toBe(2);
  });
});

describe('the check', () => {
  test('of a machine without the lock finds it all missing', () => {
    const { exitCode, said } = check();

    expect(exitCode).toBe(1);
    expect(said).toContain('the lock is not installed: run install.sh.');
  });

  test('names each file that is not there', () => {
    install();
    const aside = join(root, 'aside');

    for (const file of filesOf(['every-kiosk', 'wayland', 'usb-storage-off'])) {
      renameSync(join(root, file), aside);
      expect(check()).toEqual({
        exitCode: 1,
        said: `MISSING  /${file}: it is not there: run install.sh.\n1 missing: this machine is not fit for a hall.\n`,
      });
      renameSync(aside, join(root, file));
    }
  }, 60_000);

  test('names what was changed, opened, and added', () => {
    install();
    appendFileSync(join(root, 'etc/sysctl.d/90-ekidom-kiosk.conf'), 'kernel.sysrq = 1\n');
    chmodSync(join(root, LIBRARY, 'watchdog'), 0o777);
    rmSync(join(root, 'etc/systemd/system/ctrl-alt-del.target'));
    rmSync(join(root, 'etc/systemd/system/display-manager.service'));
    symlinkSync('gdm.service', join(root, 'etc/systemd/system/display-manager.service'));
    mkdirSync(join(root, 'etc/systemd/system/ekidom-kiosk.service.d'));
    mkdirSync(join(root, 'etc/X11'), { recursive: true });
    appendFileSync(join(root, 'etc/X11/Xwrapper.config'), 'needs_root_rights=yes\n');

    const { exitCode, said } = check();

    expect(exitCode).toBe(1);
    expect(said).toContain('/etc/sysctl.d/90-ekidom-kiosk.conf: it was changed');
    expect(said).toContain(`/${LIBRARY}/watchdog: its rights were changed`);
    expect(said).toContain('ctrl-alt-del.target: the unit is not masked');
    expect(said).toContain('display-manager.service: it does not lead to ekidom-kiosk.service');
    expect(said).toContain('ekidom-kiosk.service.d: it changes the unit');
    expect(said).toContain('/etc/X11/Xwrapper.config: it belongs to another choice');
    expect(said).toContain('6 missing: this machine is not fit for a hall.');
  });

  test('of a folder that does not exist is a mistake, and not a fit machine', () => {
    expect(spawnSync(`${linux}/check.sh`, ['--root', join(root, 'nowhere')]).status).toBe(2);
  });
});

describe('the files', () => {
  test('every script is one that the shell understands', () => {
    const scripts = filesBelow(linux).filter((file) => /^#!\/bin\/sh/.test(readFileSync(file, 'utf8')));

    expect(scripts.length).toBeGreaterThan(8);
    for (const script of scripts) {
      execFileSync('sh', ['-n', script]);
      expect(statSync(script).mode & 0o111, script).toBe(0o111);
    }
  });

  test('every unit is made of sections and settings, and runs programs that are there', () => {
    const units = filesBelow(linux).filter((file) => /\.(service|timer)$/.test(file));

    expect(units).toHaveLength(4);
    for (const unit of units) {
      const lines = readFileSync(unit, 'utf8').split('\n');
      expect(lines.filter((line) => !/^(\[\w+\]|[A-Z][A-Za-z]+=.*|#.*|)$/.test(line))).toEqual([]);
      for (const [, program] of lines.join('\n').matchAll(/=\+?\/(usr\/local\/lib\/\S+)/g)) {
        expect(
          existsSync(join(linux, 'every-kiosk', program ?? '')) || /open-display$/.test(program ?? ''),
        ).toBe(true);
      }
    }
  });

  test('the kiosk’s unit starts it anew whatever happens, but not after a staff exit', () => {
    const unit = readFileSync(join(linux, 'every-kiosk/etc/systemd/system/ekidom-kiosk.service'), 'utf8');

    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^RestartPreventExitStatus=86$/m);
    expect(unit).toMatch(/^User=ekidom-kiosk$/m);
    expect(unit).not.toContain('no-sandbox');
  });

  test('every switch that a display gives the kiosk is one that it knows', async () => {
    const { refusedStart } = await import('../../main/kiosk/command-line.ts');

    for (const display of ['wayland', 'x11']) {
      const script = readFileSync(join(linux, display, LIBRARY, 'open-display'), 'utf8');
      const words = [...script.matchAll(/in-session (--\S+)/g)].map(([, word]) => word ?? '');
      expect(words).toEqual([`--ozone-platform=${display}`]);
      expect(refusedStart({ words, environment: {}, userId: 998 })).toBeNull();
    }
  });

  test('the devices belong to the group that the kiosk’s user is in', () => {
    const users = readFileSync(join(linux, 'every-kiosk/etc/sysusers.d/ekidom-kiosk.conf'), 'utf8');
    const rules = readFileSync(
      join(linux, 'every-kiosk/etc/udev/rules.d/70-ekidom-kiosk-devices.rules'),
      'utf8',
    );

    expect(users).toMatch(/^m ekidom-kiosk ekidom-devices$/m);
    expect(new Set([...rules.matchAll(/GROUP="([^"]+)"/g)].map(([, group]) => group))).toEqual(
      new Set(['ekidom-devices']),
    );
    for (const line of rules.split('\n').filter((text) => text !== '' && !text.startsWith('#'))) {
      expect(line).toMatch(
        /^([A-Z]+(\{\w+\})?(==|!=|=|\+=)"[^"]*")(, [A-Z]+(\{\w+\})?(==|!=|=|\+=)"[^"]*")*$/,
      );
    }
    const gotos = [...rules.matchAll(/GOTO="(\w+)"/g)].map(([, label]) => label);
    for (const label of gotos) expect(rules).toContain(`LABEL="${label}"`);
  });

  test('Windows starts the same program for the same user, and ends it with the same code', () => {
    const launcher = readFileSync(join(windows, 'shell-launcher.xml'), 'utf8');

    expect(launcher).toContain('\\ekidom-kiosk.exe"');
    expect(launcher).toContain('<Account Name="ekidom-kiosk"/>');
    expect(launcher).toContain('ReturnCode="86" Action="DoNothing"');
    const { policies } = JSON.parse(readFileSync(join(windows, 'policies.json'), 'utf8'));
    expect(policies).toContainEqual(expect.objectContaining({ name: 'AllowEdgeSwipe', value: 0 }));
  });
});

function install(...words: string[]): string {
  return execFileSync(`${linux}/install.sh`, [...words, '--root', root], { encoding: 'utf8' });
}

function check(): { exitCode: number | null; said: string } {
  const { status, stdout } = spawnSync(`${linux}/check.sh`, ['--root', root], { encoding: 'utf8' });
  return { exitCode: status, said: stdout };
}

/** The paths, below a machine's root, of what these parts put there. */
function filesOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) =>
    filesBelow(join(linux, part)).map((file) => relative(join(linux, part), file)),
  );
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}
