// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder where everything that changes is kept, held by one gateway at a time. The lock is the
 * operating system's: it ends with the process, however that ends.
 */
final class StateFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lockFile;

  private StateFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  static Path controlSocket(Path state) {
    return state.resolve("run").resolve("control.sock");
  }

  /** Makes the folder where needed and takes its lock. */
  static StateFolder take(Path folder) throws BootFailure {
    try {
      Files.createDirectories(folder);
      Path run = folder.resolve("run");
      Files.createDirectories(run);
      Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
      return lock(folder, run.resolve("lock"));
    } catch (IOException unusable) {
      throw new BootFailure(
          ExitCode.STATE_UNUSABLE,
          "wayside-gateway: the state folder "
              + folder
              + " cannot be written ("
              + unusable
              + ") \u2014 let the gateway's user write it, or name another with --state FOLDER",
          unusable);
    }
  }

  private static StateFolder lock(Path folder, Path file) throws IOException, BootFailure {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!tryLock(channel)) {
      channel.close();
      throw new BootFailure(
          ExitCode.STATE_OCCUPIED,
          "wayside-gateway: another gateway (pid %s) runs on %s \u2014 stop it, or name another folder with --state FOLDER"
              .formatted(Files.readString(file).strip(), folder));
    }
    byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid), 0);
    return new StateFolder(folder, channel);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  Path path() {
    return folder;
  }

  Path controlSocket() {
    return controlSocket(folder);
  }

  /** The framework's storage: disposable, emptied at each start. */
  Path frameworkStorage() {
    return folder.resolve("cache").resolve("framework");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
