// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.weighing.metrology.SoftwareIdentity;
import io.wayside.weighing.metrology.SoftwareIdentity.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Reads the legally relevant bundles as they are installed: from the sensor's bytes to the stored
 * record, nothing else. Uplink, pages and other stations are not among them: they get finished
 * records.
 */
final class LegalSoftware {

  /** Beside the drivers. */
  private static final Set<String> RELEVANT =
      Set.of(
          "io.wayside.core",
          "io.wayside.journal",
          "io.wayside.weighing",
          "org.apache.commons.math3");

  private static final String DRIVERS = "io.wayside.driver.";

  private LegalSoftware() {}

  /** What runs now, read anew from the framework's storage. */
  static SoftwareIdentity read(BundleContext context) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      String name = String.valueOf(bundle.getSymbolicName());
      if (RELEVANT.contains(name) || name.startsWith(DRIVERS)) {
        parts.add(Part.of(name, bundle.getVersion().toString(), files(bundle)));
      }
    }
    return SoftwareIdentity.of(parts);
  }

  private static Map<String, byte[]> files(Bundle bundle) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    Enumeration<URL> entries = bundle.findEntries("/", "*", true); // null: there are none
    for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
      if (!entry.getPath().endsWith("/")) {
        try (InputStream in = entry.openStream()) {
          files.put(entry.getPath(), in.readAllBytes());
        }
      }
    }
    return files;
  }
}
