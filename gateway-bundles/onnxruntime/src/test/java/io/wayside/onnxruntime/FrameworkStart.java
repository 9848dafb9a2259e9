// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import io.wayside.counting.spi.NetRuntime;
import io.wayside.rig.simulators.onnx.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Starts the framework of the class path with the bundle, has a model run by it, stops and starts
 * it, and updates it. Arguments: the bundle, an empty folder or that of the run before, and the
 * gateway's state folder if it is to be one.
 */
final class FrameworkStart {

  private FrameworkStart() {}

  public static void main(String[] arguments) throws Exception {
    Path box = Path.of(arguments[1]);
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, box.resolve("storage").toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    // What it asks of the gateway, without the gateway.
    settings.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "io.wayside.counting.spi;version=\"1.1.0\"");
    settings.put(
        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
        "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.4\"");
    if (arguments.length > 2) {
      settings.put("wayside.state", arguments[2]);
    }
    Path model = Files.write(box.resolve("tiny.onnx"), TinyModel.of(Looks.W, Looks.H));
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
    try {
      run(framework, Path.of(arguments[0]), model);
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  private static void run(Framework framework, Path jar, Path model) throws Exception {
    Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
    bundle.start();
    work(bundle, model);
    bundle.stop();
    bundle.start();
    work(bundle, model);
    bundle.update();
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            List.of(bundle),
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
              }
            });
    System.out.println("refreshed " + refreshed.await(60, TimeUnit.SECONDS));
    work(bundle, model);
  }

  /** As Declarative Services would make it. */
  private static void work(Bundle bundle, Path model) throws Exception {
    NetRuntime runtime =
        (NetRuntime)
            bundle
                .loadClass("io.wayside.onnxruntime.OrtRuntime")
                .getConstructor(BundleContext.class)
                .newInstance(bundle.getBundleContext());
    System.out.println("worked " + Looks.blueInTheFirstCell(runtime, model));
  }
}
