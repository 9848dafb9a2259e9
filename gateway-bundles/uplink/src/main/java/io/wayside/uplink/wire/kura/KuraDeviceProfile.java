// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a birth says about the box. What we do not know is {@code UNKNOWN}, and we do not say that
 * we are Kura.
 *
 * @param displayName for people
 * @param release of Wayside
 * @param properties {@code os.name} and the like, as the platform tells them
 */
public record KuraDeviceProfile(
    String displayName, String release, Map<String, String> properties) {

  private static final String UNKNOWN = "UNKNOWN";

  /** Name of the metric, name of the Java property. */
  private static final String[][] FROM_PROPERTIES = {
    {"os", "os.name"},
    {"os_version", "os.version"},
    {"os_arch", "os.arch"},
    {"jvm_name", "java.vm.name"},
    {"jvm_version", "java.vm.version"},
    {"jvm_profile", "java.runtime.version"},
    {"jvm_vendor", "java.vm.vendor"},
    {"jdk_vendor_version", "java.vendor.version"},
    {"osgi_framework", "org.osgi.framework.vendor"},
    {"osgi_framework_version", "org.osgi.framework.version"},
  };

  public KuraDeviceProfile {
    properties = Map.copyOf(properties);
  }

  /** Takes from a platform the properties that are of use here. */
  public static KuraDeviceProfile of(
      String displayName, String release, UnaryOperator<@Nullable String> platform) {
    Map<String, String> known = new TreeMap<>();
    for (String[] pair : FROM_PROPERTIES) {
      String value = platform.apply(pair[1]);
      if (value != null) {
        known.put(pair[1], value);
      }
    }
    return new KuraDeviceProfile(displayName, release, known);
  }

  Map<String, KuraValue> metrics(Duration uptime) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("uptime", uptime(uptime));
    put(metrics, "display_name", displayName);
    put(metrics, "model_name", "Wayside");
    put(metrics, "model_id", UNKNOWN);
    put(metrics, "part_number", UNKNOWN);
    put(metrics, "serial_number", UNKNOWN);
    put(metrics, "firmware_version", release);
    for (String[] pair : FROM_PROPERTIES) {
      put(metrics, pair[0], properties.getOrDefault(pair[1], UNKNOWN));
    }
    put(metrics, "kura_version", UNKNOWN);
    put(metrics, "application_framework", "Wayside");
    put(metrics, "application_framework_version", release);
    put(metrics, "connection_interface", UNKNOWN);
    put(metrics, "connection_ip", UNKNOWN);
    put(metrics, "accept_encoding", "gzip");
    put(metrics, "application_ids", KuraTopics.APPLICATION);
    put(metrics, "payload_encoding", "KURA_PROTOBUF");
    return metrics;
  }

  /** Milliseconds, as text. */
  static KuraValue uptime(Duration uptime) {
    return new KuraValue.Text(Long.toString(uptime.toMillis()));
  }

  private static void put(Map<String, KuraValue> metrics, String name, String value) {
    metrics.put(name, new KuraValue.Text(value));
  }
}
