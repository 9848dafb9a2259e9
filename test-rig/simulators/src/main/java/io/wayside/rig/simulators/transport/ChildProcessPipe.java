// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A device that the software under test starts as a command and talks to over standard input and
 * output.
 *
 * <p>The command is a small bash script that joins its standard streams to this process over
 * loopback TCP, so the child is real while the device stays in the rig's hand. Unplugging ends the
 * child; while unplugged a newly started child ends at once with exit code 1.
 */
public final class ChildProcessPipe implements BytePipe {

  private final Path command;
  private final TcpServerPipe wire = new TcpServerPipe(0);

  /**
   * @param command path at which the script is written; a file there is overwritten
   */
  public ChildProcessPipe(Path command) {
    this.command = command.toAbsolutePath();
  }

  @Override
  public void open() throws IOException {
    wire.open();
    Files.writeString(command, script(wire.port()));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * The last cat replaces the shell, so that ending the child needs one signal; the first ends with
   * its standard input.
   */
  private static String script(int port) {
    return """
        #!/bin/bash
        exec 3<>/dev/tcp/127.0.0.1/%d || exit 1
        exec 4<&0
        cat <&4 >&3 &
        exec cat <&3
        """
        .formatted(port);
  }

  @Override
  public String address() {
    return command.toString();
  }

  @Override
  public boolean attached() {
    return wire.attached();
  }

  @Override
  public int write(byte[] frame) {
    return wire.write(frame);
  }

  @Override
  public byte[] read() {
    return wire.read();
  }

  @Override
  public void unplug() {
    wire.unplug();
  }

  @Override
  public void replug() throws IOException {
    wire.replug();
  }

  @Override
  public void close() {
    wire.close();
  }
}
