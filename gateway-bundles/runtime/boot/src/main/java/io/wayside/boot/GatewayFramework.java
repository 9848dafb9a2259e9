// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework of whichever jar is in the launcher folder, with the bundles of a release. */
final class GatewayFramework {

  private static final Logger log = LoggerFactory.getLogger(GatewayFramework.class);

  /** A start level that takes longer leaves its bundles to start on their own. */
  private static final Duration LONGEST_LEVEL = Duration.ofSeconds(60);

  private final Framework framework;

  private GatewayFramework(Framework framework) {
    this.framework = framework;
  }

  /** Starts the framework on its first start level, with all bundles installed. */
  static GatewayFramework start(Release release, Map<String, String> settings) throws BootFailure {
    FrameworkFactory factory =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(() -> Release.incomplete(release.file("launcher"), null));
    Framework framework = factory.newFramework(settings);
    try {
      framework.init();
      BundleContext context = framework.getBundleContext();
      context.addFrameworkListener(GatewayFramework::report);
      for (Release.Bundle bundle : release.bundles()) {
        Bundle installed = context.installBundle("reference:" + bundle.file().toUri());
        installed.adapt(BundleStartLevel.class).setStartLevel(bundle.startLevel());
        if (installed.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
          installed.start();
        }
      }
      framework.start();
      return new GatewayFramework(framework);
    } catch (BundleException broken) {
      throw new BootFailure(
          ExitCode.RELEASE_INCOMPLETE,
          "wayside-gateway: the framework does not start ("
              + broken.getMessage()
              + ") \u2014 install the release again",
          broken);
    }
  }

  private static void report(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.ERROR) {
      String name = event.getBundle().getSymbolicName();
      log.error("bundle {}: {}", name, event.getThrowable().getMessage());
    }
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  /** Goes to a start level and waits until it is reached; says whether it was. */
  boolean goTo(int level, Duration longest) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    framework
        .adapt(FrameworkStartLevel.class)
        .setStartLevel(
            level,
            event -> {
              if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
              }
            });
    return reached.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean goTo(int level) throws InterruptedException {
    return goTo(level, LONGEST_LEVEL);
  }

  /** Bundles on the start levels up to this one that should run and do not. */
  List<String> notRunning(int level) {
    return List.of(framework.getBundleContext().getBundles()).stream()
        .filter(bundle -> bundle.adapt(BundleStartLevel.class).getStartLevel() <= level)
        .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
        .filter(bundle -> (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0)
        .map(Bundle::getSymbolicName)
        .toList();
  }

  void waitForStop() throws InterruptedException {
    framework.waitForStop(0);
  }

  /** Stops all bundles and the framework; says whether that was done in time. */
  boolean stop(Duration longest) throws InterruptedException, BundleException {
    framework.stop();
    return framework.waitForStop(longest.toMillis()).getType() != FrameworkEvent.WAIT_TIMEDOUT;
  }
}
