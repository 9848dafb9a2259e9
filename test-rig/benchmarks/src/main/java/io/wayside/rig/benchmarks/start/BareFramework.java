// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts the framework with the bundles given as arguments and waits to be ended. */
public final class BareFramework {

  private BareFramework() {}

  public static void main(String[] bundles)
      throws IOException, BundleException, InterruptedException {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "org.osgi.framework.storage", Files.createTempDirectory(Path.of("."), "cache").toString());
    settings.put("org.osgi.framework.storage.clean", "onFirstInit");
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    List<Bundle> installed = new ArrayList<>();
    for (String bundle : bundles) {
      installed.add(
          framework.getBundleContext().installBundle("reference:" + Path.of(bundle).toUri()));
    }
    for (Bundle bundle : installed) {
      bundle.start();
    }
    framework.waitForStop(0);
  }
}
