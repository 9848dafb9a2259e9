// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.core.device.DeviceException.LinkDown;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A program of the ffmpeg package: ffmpeg or ffprobe. */
record Program(String named) {

  /** ffprobe beside the ffmpeg that was named. */
  Program beside(String name) {
    int folder = named.lastIndexOf('/');
    return new Program(named.substring(0, folder + 1) + name);
  }

  Child start(List<String> command, String secret) throws LinkDown {
    if (!isThere(System.getenv().getOrDefault("PATH", ""))) {
      throw new LinkDown(
          named
              + " is not installed, and without it this camera cannot be read; run: sudo apt-get"
              + " install --yes ffmpeg");
    }
    try {
      return Child.start(command, secret);
    } catch (IOException unstartable) {
      throw new LinkDown(
          named
              + " cannot be started ("
              + unstartable.getMessage()
              + "); check its permissions, memory and the limit of processes",
          unstartable);
    }
  }

  /** As the system itself would look for it. */
  boolean isThere(String path) {
    if (named.indexOf('/') >= 0) {
      return isProgram(Path.of(named));
    }
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> isProgram(Path.of(folder, named)));
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
