// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device on a serial line (pseudo-terminal) under a stable path.
 *
 * <p>The path is a symbolic link. Unplugging closes the master, so that a reader sees the line hang
 * up, and takes the link away; replugging makes a new pair and points the link at it, as udev does
 * with a real adapter.
 */
public final class PtyPipe implements BytePipe {

  private static final Logger log = LoggerFactory.getLogger(PtyPipe.class);

  private final Path link;
  private @Nullable PseudoTerminal terminal;

  /**
   * @param link path the software under test opens, for instance {@code /tmp/lane/ttyWIM}; a
   *     symbolic link already there is replaced, anything else is an error
   */
  public PtyPipe(Path link) {
    this.link = link.toAbsolutePath();
  }

  @Override
  public void open() throws IOException {
    replug();
  }

  @Override
  public synchronized void replug() throws IOException {
    if (terminal != null) {
      return;
    }
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new IOException(link + " exists and is no symbolic link; remove it or choose another");
    }
    PseudoTerminal opened = PseudoTerminal.open();
    try {
      pointLinkAt(Path.of(opened.slavePath()));
    } catch (IOException e) {
      opened.close();
      throw new IOException(link + " cannot be made; is its folder writable?", e);
    }
    terminal = opened;
  }

  /** Replaced by a rename, so that the path never leads nowhere in between. */
  private void pointLinkAt(Path slave) throws IOException {
    Path folder = link.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path fresh = link.resolveSibling("." + link.getFileName() + "." + slave.getFileName());
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, slave);
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String address() {
    return link.toString();
  }

  @Override
  public synchronized boolean attached() {
    try {
      return terminal != null && terminal.attached();
    } catch (IOException e) {
      log.warn("{} cannot be asked for its reader", link, e);
      return false;
    }
  }

  @Override
  public synchronized int write(byte[] frame) {
    try {
      return terminal != null && terminal.attached() ? terminal.write(frame) : 0;
    } catch (IOException e) {
      log.warn("{} lost a frame of {} bytes", link, frame.length, e);
      return 0;
    }
  }

  @Override
  public synchronized byte[] read() {
    try {
      return terminal == null ? ChannelEnd.NOTHING : terminal.read(ChannelEnd.READ_BYTES);
    } catch (IOException e) {
      log.warn("{} cannot be read", link, e);
      return ChannelEnd.NOTHING;
    }
  }

  @Override
  public synchronized void unplug() {
    if (terminal == null) {
      return;
    }
    try {
      Files.deleteIfExists(link);
    } catch (IOException e) {
      log.warn("{} cannot be taken away and now leads nowhere", link, e);
    }
    terminal.close();
    terminal = null;
  }

  @Override
  public void close() {
    unplug();
  }
}
