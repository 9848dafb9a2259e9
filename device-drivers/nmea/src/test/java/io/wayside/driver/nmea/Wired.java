// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Device;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.serial.Links;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.BundleContext;

/** A receiver on the real link service, configured from a map as from a site document. */
final class Wired implements AutoCloseable {

  /** The machine's own monotonic clock. */
  static final TimeSource TIME = of(System::nanoTime);

  private final List<Device> services;
  private final Receiver receiver;

  Wired(String link, TimeSource time, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("device_id", "ais-1");
    all.put("link", link);
    Config config = config(all);
    Hall hall = new Hall();
    receiver = new Receiver(config, hall, links(), time);
    services =
        List.of(
            receiver,
            new AidFace(config, hall),
            new VesselFace(config, hall),
            new WaterFace(config, hall));
  }

  static TimeSource of(java.util.function.LongSupplier nanos) {
    return new TimeSource() {
      @Override
      public long monotonicNanos() {
        return nanos.getAsLong();
      }

      @Override
      public Stamp at(long monotonicNanos) {
        return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
      }
    };
  }

  Receiver receiver() {
    return receiver;
  }

  /** The service of this kind, as a station would find it. */
  <D extends Device> D as(Class<D> kind) {
    return services.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  @Override
  public void close() {
    receiver.stop();
  }

  /** The annotation's defaults with these values over them. */
  private static Config config(Map<String, Object> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  static LinkService links() {
    BundleContext noProperties =
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null);
    return new Links(Objects.requireNonNull(noProperties));
  }
}
