// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.uplink.transport.TlsFiles;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkplugSettingsTest {

  private static final SparkplugSettings.Identity HERE =
      new SparkplugSettings.Identity("hai-phong", "gw-1", "0.1.0", Path.of("/var/lib/wayside"));

  @TempDir Path dir;

  /** The defaults of the annotation with some settings changed. */
  private static SparkplugConfig config(Map<String, Object> settings) {
    return (SparkplugConfig)
        Proxy.newProxyInstance(
            SparkplugConfig.class.getClassLoader(),
            new Class<?>[] {SparkplugConfig.class},
            (proxy, method, arguments) ->
                settings.getOrDefault(
                    method.getName(),
                    switch (method.getName()) {
                      case "uplink_id" -> "scada";
                      case "brokers" -> new String[] {"tcp://a:1883", "tcp://b:1883"};
                      default -> method.getDefaultValue();
                    }));
  }

  @Test
  void whoSaysOnlyWhereTheBrokersAreGetsAWorkingPlan() {
    LiveViewPlan plan = SparkplugSettings.plan(config(Map.of()), HERE);
    assertThat(plan.brokers()).containsExactly("tcp://a:1883", "tcp://b:1883");
    assertThat(plan.clientId()).isEqualTo("gw-1-sparkplug");
    assertThat(plan.primaryHost()).isEmpty();
    assertThat(plan.numberFile()).hasToString("/var/lib/wayside/uplink/scada.bdseq");
    assertThat(plan.tls()).isEqualTo(TlsFiles.NONE);
    assertThat(plan.backlogHz()).isEqualTo(20);
    assertThat(plan.patience()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whatIsSetIsTaken() throws Exception {
    Path password = Files.writeString(dir.resolve("password"), "secret\n");
    LiveViewPlan plan =
        SparkplugSettings.plan(
            config(
                Map.of(
                    "clientId", "box-7",
                    "primaryHost", "scada",
                    "username", "box",
                    "passwordFile", password.toString(),
                    "backlogRateHz", 0.5)),
            HERE);
    assertThat(plan.clientId()).isEqualTo("box-7");
    assertThat(plan.primaryHost()).contains("scada");
    assertThat(plan.username()).contains("box");
    assertThat(plan.password().orElseThrow()).containsExactly('s', 'e', 'c', 'r', 'e', 't');
    assertThat(plan.backlogHz()).isEqualTo(0.5);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> SparkplugSettings.plan(config(Map.of("primaryHost", "a/b")), HERE))
        .hasMessageContaining("primaryHost \"a/b\"");
    assertThatThrownBy(() -> SparkplugSettings.plan(config(Map.of("brokers", new String[0])), HERE))
        .hasMessageContaining("brokers");
    assertThatThrownBy(
            () -> SparkplugSettings.plan(config(Map.of("passwordFile", "/nowhere")), HERE))
        .hasMessageContaining("/nowhere");
  }
}
