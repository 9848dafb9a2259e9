// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where jSerialComm finds its native library. By itself it unpacks it below the folder for
 * temporary files, into a folder everybody may write to. A release carries it, as {@code
 * Linux/x86_64/libjSerialComm.so} and so on per processor, in the folder that the framework
 * property {@value #FOLDER} names.
 */
final class NativeLibrary {

  /** Framework property: folder of native libraries. */
  static final String FOLDER = "wayside.native";

  /** Read by jSerialComm when its first class is loaded; later changes do nothing. */
  private static final String JSERIALCOMM_PATH = "jSerialComm.library.path";

  private NativeLibrary() {}

  /**
   * Points jSerialComm at the folder, unless whoever started the gateway already pointed it
   * somewhere.
   *
   * @return whether the folder holds a library; otherwise jSerialComm unpacks its own
   */
  static boolean takeFrom(@Nullable String folder) {
    if (System.getProperty(JSERIALCOMM_PATH) != null) {
      return true;
    }
    if (folder == null || folder.isBlank()) {
      return false;
    }
    Path root = Path.of(folder).toAbsolutePath();
    if (!Files.isDirectory(root.resolve("Linux"))
        && !Files.isRegularFile(root.resolve("libjSerialComm.so"))) {
      return false;
    }
    System.setProperty(JSERIALCOMM_PATH, root.toString());
    return true;
  }
}
