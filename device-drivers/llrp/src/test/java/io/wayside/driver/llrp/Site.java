// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.link.LinkService;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.serial.Links;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;

/** A reader on the real link service, configured from a map as from a site document. */
final class Site {

  /** The machine's own monotonic clock. */
  static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
        }
      };

  private Site() {}

  static Reader reader(int port, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "reader-1");
    values.put("link", "tcp://127.0.0.1:" + port);
    values.put("firstRetryMs", 50);
    values.put("longestRetryMs", 100);
    values.putAll(more);
    return new Reader(config(Config.class, values), links(), TIME);
  }

  static ReaderContact contact(ReaderPorts reader, String id, int port, int settleMs) {
    Map<String, Object> values = Map.of("device_id", id, "port", port, "settleMs", settleMs);
    return new ReaderContact(config(ContactConfig.class, values), reader, TIME);
  }

  static ReaderOutput output(ReaderPorts reader, String id, int port, boolean safeOn) {
    Map<String, Object> values = Map.of("device_id", id, "port", port, "safeOn", safeOn);
    return new ReaderOutput(config(OutputConfig.class, values), reader, TIME);
  }

  /** The annotation's defaults with these values over them. */
  private static <C> C config(Class<C> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  private static LinkService links() {
    BundleContext noProperties =
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null);
    return new Links(noProperties);
  }
}
