// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out which processes hold a device file, as far as the process table lets us look. */
record Occupants(Path procRoot) {

  /** Such as {@code pid 812 (minicom)}; empty when nobody is seen, which proves nothing. */
  List<String> of(Path device) {
    List<String> holders = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(procRoot, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, device)) {
          holders.add("pid " + process.getFileName() + " (" + nameOf(process) + ")");
        }
      }
    } catch (IOException unreadable) {
      return holders;
    }
    return holders;
  }

  private static boolean holds(Path process, Path device) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (leadsTo(file, device)) {
          return true;
        }
      }
    } catch (IOException notOurs) {
      return false;
    }
    return false;
  }

  private static boolean leadsTo(Path file, Path device) {
    try {
      return Files.readSymbolicLink(file).equals(device);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String nameOf(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException ended) {
      return "name unknown";
    }
  }
}
