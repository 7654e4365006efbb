/** Whether somebody has touched an alert on the attract screen: it is the first thing that their session shows. */
let isWanted = false;

export const alertsDoor = {
  isWanted: () => isWanted,
  knock(): void {
    isWanted = true;
  },
  close(): void {
    isWanted = false;
  },
};
