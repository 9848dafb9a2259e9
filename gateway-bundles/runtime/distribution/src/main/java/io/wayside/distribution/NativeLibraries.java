// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Takes native libraries out of bundles at build time, so that nothing is unpacked to a temporary
 * folder at each start. A rule of native-libraries.txt reads: bundle, entry, architecture.
 */
final class NativeLibraries {

  private NativeLibraries() {}

  static void extract(Path rules, Collection<BundleJar> bundles, Path to) throws IOException {
    for (String line : Files.readAllLines(rules)) {
      String rule = line.replaceFirst("#.*", "").strip();
      if (!rule.isEmpty()) {
        String[] words = rule.split("\\s+", -1);
        for (BundleJar bundle : bundles) {
          if (bundle.symbolicName().equals(words[0])) {
            extract(bundle.file(), words[1], to.resolve(words[2]));
          }
        }
      }
    }
  }

  private static void extract(Path jar, String name, Path folder) throws IOException {
    try (JarFile open = new JarFile(jar.toFile())) {
      ZipEntry entry = open.getEntry(name);
      if (entry == null) {
        throw new IOException(jar.getFileName() + " has no " + name + "; correct the rule");
      }
      Files.createDirectories(folder);
      try (InputStream in = open.getInputStream(entry)) {
        Files.copy(in, folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
      }
    }
  }
}
