// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains what a process complains of, and keeps the last lines for the message when it ends. */
final class ErrorTail implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(ErrorTail.class);

  private static final int LINES = 6;
  private static final int LONGEST = 200;

  private final InputStream in;
  private final String secret;
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder line = new StringBuilder();

  /**
   * @param secret what must not be repeated, such as the password in an address; may be empty
   */
  ErrorTail(InputStream in, String secret) {
    this.in = in;
    this.secret = secret;
  }

  @Override
  public void run() {
    byte[] chunk = new byte[4096];
    try {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        take(chunk, n);
      }
    } catch (IOException closed) {
      log.trace("the process has closed its error output", closed);
    }
    endLine();
  }

  private synchronized void take(byte[] chunk, int n) {
    for (char c : new String(chunk, 0, n, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c == '\n' || c == '\r') {
        endLine();
      } else if (line.length() < 4 * LONGEST) {
        // Cut only after the secret is out, or half of it could stay.
        line.append(c < ' ' ? ' ' : c);
      }
    }
  }

  private synchronized void endLine() {
    String said = line.toString().strip();
    line.setLength(0);
    if (!secret.isEmpty()) {
      said = said.replace(secret, "***");
    }
    if (!said.isEmpty() && !said.equals(lines.peekLast())) {
      lines.addLast(said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said);
      if (lines.size() > LINES) {
        lines.removeFirst();
      }
    }
  }

  /** The last lines, joined; empty if nothing was said. */
  synchronized String text() {
    return String.join(" | ", lines);
  }
}
