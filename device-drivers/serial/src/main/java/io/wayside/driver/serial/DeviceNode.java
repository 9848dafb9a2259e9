// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The device file behind a path that may be a symbolic link, as it was at one moment.
 *
 * @param asked the path of the site document
 * @param real the device file it led to
 * @param identity inode and device number of that file; another device under the same name differs
 */
record DeviceNode(Path asked, Path real, Map<String, Object> identity) {

  static DeviceNode resolve(Path asked) throws IOException {
    Path real = asked.toRealPath();
    return new DeviceNode(asked, real, identityOf(real));
  }

  /**
   * Whether the path still leads to the same device. A symbolic link that udev points at another
   * adapter changes nothing for a file that is already open, so it has to be looked at.
   */
  boolean unchanged() {
    try {
      return equals(resolve(asked));
    } catch (IOException gone) {
      return false;
    }
  }

  private static Map<String, Object> identityOf(Path real) throws IOException {
    return Files.readAttributes(real, "unix:ino,rdev");
  }
}
