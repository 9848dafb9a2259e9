// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs {@link Probe} as a bundle with one Declarative Services component. */
final class ProbeBundle {

  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="probe" immediate="true">
        <implementation class="io.wayside.rig.benchmarks.start.Probe"/>
      </scr:component>
      """;

  private ProbeBundle() {}

  static Path write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "io.wayside.rig.probe");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Service-Component", "OSGI-INF/probe.xml");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("OSGI-INF/probe.xml"));
      out.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
      String classFile = Probe.class.getName().replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(classFile));
      try (InputStream in = Probe.class.getClassLoader().getResourceAsStream(classFile)) {
        if (in == null) {
          throw new IOException(classFile + " is not on the class path");
        }
        in.transferTo(out);
      }
    }
    return jar;
  }
}
