// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves one device until its time is up or somebody presses Ctrl-C. */
final class Service {

  private static final int WRONG_USAGE = 2;
  private static final int CANNOT_RUN = 1;

  /** Puts the device on its wire. */
  interface Device {
    Served serve(DeviceOptions options) throws IOException, DeviceOptions.Wrong;
  }

  private final String usage;
  private final Set<String> known;
  private final Device device;

  Service(String usage, Set<String> known, Device device) {
    this.usage = usage;
    this.known = known;
    this.device = device;
  }

  /** Returns the exit code. */
  int run(List<String> arguments, PrintStream out, PrintStream errors) throws Exception {
    if (arguments.contains("--help")) {
      out.print(usage);
      return 0;
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndAwait(stop, stopped), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      DeviceOptions options = DeviceOptions.parse(arguments, known);
      Optional<Duration> time = options.time("--duration");
      try (Served served = device.serve(options)) {
        out.println(served.where());
        stop.await(time.map(Duration::toMillis).orElse(Long.MAX_VALUE), TimeUnit.MILLISECONDS);
      }
      return 0;
    } catch (DeviceOptions.Wrong wrong) {
      errors.println(wrong.getMessage());
      errors.print(usage);
      return WRONG_USAGE;
    } catch (IOException e) {
      errors.println("the device cannot be served: " + e.getMessage());
      return CANNOT_RUN;
    } finally {
      stopped.countDown();
      forget(hook, stop);
    }
  }

  /** The process ends only after the device has been taken away. */
  private static void stopAndAwait(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook, CountDownLatch stop) {
    if (stop.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
