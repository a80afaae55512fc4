/** A display of what is going on. */
export interface Progress {
  show: (text: string) => void;
  /** Takes the display away; nothing of it stays on the screen. */
  stop: () => void;
}

/** Shows progress on a terminal, and nothing anywhere else. */
export async function startProgress(stream: NodeJS.WriteStream): Promise<Progress> {
  if (!stream.isTTY) return { show: () => undefined, stop: () => undefined };
  const { default: ora } = await import('ora');
  const spinner = ora({ stream }).start();
  return {
    show: text => {
      spinner.text = text;
    },
    stop: () => spinner.stop(),
  };
}
