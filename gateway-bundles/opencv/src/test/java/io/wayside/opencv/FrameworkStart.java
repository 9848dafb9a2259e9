// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Starts the framework of the class path with OpenCV and a worker: then worker and OpenCV are
 * stopped and started, and OpenCV is updated. Arguments: the bundle, an empty folder or that of the
 * run before, and the gateway's state folder if it is to be one.
 */
final class FrameworkStart {

  private static final String WORKER = "io/wayside/opencv/worker/Worker.class";

  private FrameworkStart() {}

  public static void main(String[] arguments) throws Exception {
    Path box = Path.of(arguments[1]);
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, box.resolve("storage").toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    if (arguments.length > 2) {
      settings.put("wayside.state", arguments[2]);
    }
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    try {
      run(framework, Path.of(arguments[0]), worker(box.resolve("worker.jar")));
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  private static void run(Framework framework, Path jar, Path workerJar) throws Exception {
    Bundle opencv = framework.getBundleContext().installBundle("reference:" + jar.toUri());
    Bundle worker = framework.getBundleContext().installBundle("reference:" + workerJar.toUri());
    opencv.start();
    worker.start();
    worker.stop();
    opencv.stop();
    opencv.start();
    worker.start();
    opencv.update();
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            List.of(opencv),
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
              }
            });
    System.out.println("refreshed " + refreshed.await(60, TimeUnit.SECONDS));
    System.out.println("active " + (worker.getState() == Bundle.ACTIVE));
  }

  private static Path worker(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, "worker");
    main.putValue(Constants.BUNDLE_ACTIVATOR, "io.wayside.opencv.worker.Worker");
    main.putValue(
        Constants.IMPORT_PACKAGE,
        "io.wayside.opencv;version=\"[1,2)\",org.opencv.core;version=\"[4.9,5)\","
            + "org.osgi.framework");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new ZipEntry(WORKER));
      FrameworkStart.class.getClassLoader().getResourceAsStream(WORKER).transferTo(out);
      out.closeEntry();
    }
    return jar;
  }
}
