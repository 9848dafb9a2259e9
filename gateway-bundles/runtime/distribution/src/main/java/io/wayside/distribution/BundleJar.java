// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.w3c.dom.Document;

/**
 * What a bundle says of itself.
 *
 * @param file the jar
 * @param symbolicName without directives
 * @param version of the bundle
 * @param components its Declarative Services documents
 * @param metatypes its Metatype documents
 */
record BundleJar(
    Path file,
    String symbolicName,
    String version,
    List<Document> components,
    List<Document> metatypes) {

  static BundleJar read(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      String components = String.valueOf(manifest.getValue("Service-Component"));
      List<Document> services = new ArrayList<>();
      for (String name : components.split(",", -1)) {
        ZipEntry entry = jar.getEntry(name.strip());
        if (entry != null) {
          services.add(XmlFiles.read(jar.getInputStream(entry)));
        }
      }
      List<Document> metatypes = new ArrayList<>();
      for (String name : metatypeNames(jar)) {
        metatypes.add(XmlFiles.read(jar.getInputStream(jar.getEntry(name))));
      }
      return new BundleJar(
          file,
          manifest.getValue("Bundle-SymbolicName").replaceFirst(";.*", "").strip(),
          manifest.getValue("Bundle-Version"),
          services,
          metatypes);
    }
  }

  private static TreeSet<String> metatypeNames(JarFile jar) {
    TreeSet<String> names = new TreeSet<>();
    for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (name.startsWith("OSGI-INF/metatype/") && name.endsWith(".xml")) {
        names.add(name);
      }
    }
    return names;
  }
}
