// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.command.Permission;
import io.wayside.uplink.delivery.Batching;
import io.wayside.uplink.delivery.Shaping;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.TlsFiles;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final Settings.Identity IDENTITY = new Settings.Identity("demo", "gw-1", "0.1.0");

  /** The defaults of the annotation, and what a site document sets. */
  private static Config config(Map<String, Object> set) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) -> {
              Object given = set.get(method.getName());
              if (given != null) {
                return given;
              }
              return method.getName().equals("uplink_id")
                  ? "centre"
                  : method.getName().equals("brokers")
                      ? new String[] {"tcp://a"}
                      : method.getDefaultValue();
            });
  }

  private static UplinkPlan plan(Map<String, Object> set) {
    return Settings.plan(config(set), IDENTITY);
  }

  @Test
  void byDefaultNobodyCommandsNothingExpiresAndTlsTrustsJavasList() {
    assertThat(Settings.commands(config(Map.of()))).isEmpty();
    UplinkPlan plan = plan(Map.of());
    assertThat(plan.telemetryExpiry()).isEmpty();
    assertThat(plan.tls()).isEqualTo(TlsFiles.NONE);
    assertThat(plan.clientId()).isEqualTo("gw-1");
    assertThat(config(Map.of()).transport()).isEqualTo("mqtt3");
  }

  @Test
  void theClientIdIsAsGivenExceptThatKurasTopicsDoNotBearEverySign() {
    assertThat(plan(Map.of("clientId", "gw.1+x")).clientId()).isEqualTo("gw.1+x");
    assertThat(plan(Map.of("clientId", "gw.1+x", "profile", Profile.KURA)).clientId())
        .isEqualTo("gw-1-x");
  }

  @Test
  void filesAndTimesReachThePlan() {
    UplinkPlan plan =
        plan(
            Map.of(
                "caFile", "/ca",
                "certificateFile", "/c",
                "privateKeyFile", "/k",
                "telemetryExpiryS", 60));
    assertThat(plan.tls().ca()).contains(Path.of("/ca"));
    assertThat(plan.tls().certificate()).contains(Path.of("/c"));
    assertThat(plan.tls().privateKey()).contains(Path.of("/k"));
    assertThat(plan.telemetryExpiry()).contains(Duration.ofSeconds(60));
  }

  @Test
  void byDefaultHalfTheLinkIsForNewsAndNothingIsBatchedOrHeldBack() {
    assertThat(plan(Map.of()).shaping()).isEqualTo(Shaping.STANDARD);
  }

  @Test
  void theShapeReachesThePlanInItsUnits() {
    Shaping shaping =
        plan(Map.of(
                "freshSharePercent", 20,
                "ceilingKbitS", 64,
                "largestMessageKiB", 256,
                "batchRecords", 100,
                "batchKiB", 32,
                "batchWaitMs", 2500,
                "compression", "none"))
            .shaping();
    assertThat(shaping)
        .isEqualTo(
            new Shaping(
                20,
                64_000,
                262_144,
                Optional.of(new Batching(100, 32_768, Duration.ofMillis(2500), false))));
    assertThat(plan(Map.of("batchRecords", 1)).shaping().batching()).isEmpty();
  }

  @Test
  void settingsThatDoNotGoTogetherAreNamedWithTheRemedy() {
    assertThatThrownBy(() -> plan(Map.of("batchRecords", 50, "profile", Profile.KURA)))
        .hasMessageContaining("profile KURA has no batches; set batchRecords to 0");
    assertThatThrownBy(() -> plan(Map.of("window", 200, "batchRecords", 201)))
        .hasMessageContaining("batchRecords 201 is more than window 200");
    assertThatThrownBy(() -> plan(Map.of("batchRecords", 10, "batchKiB", 129)))
        .hasMessageContaining("batchKiB 129 is more than largestMessageKiB 128");
    assertThatThrownBy(() -> plan(Map.of("compression", "zstd")))
        .hasMessageContaining("compression \"zstd\" is not one of gzip, none");
  }

  @Test
  void aProfileSaysItHasBatchesWhenItHas() {
    for (Profile profile : Profile.values()) {
      assertThat(profile.hasBatches())
          .isEqualTo(profile.make("demo", "gw-1", "0.1.0", "gw-1").batchForm().isPresent());
    }
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() {
    assertThatThrownBy(() -> plan(Map.of("certificateFile", "/c")))
        .hasMessageContaining("go together");
  }

  @Test
  void thePasswordIsTheFirstLineOfItsFile(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("password"), "s3cret\nrest\n");
    assertThat(plan(Map.of("passwordFile", file.toString())).password())
        .hasValueSatisfying(secret -> assertThat(new String(secret)).isEqualTo("s3cret"));
    assertThatThrownBy(() -> plan(Map.of("passwordFile", dir + "/absent")))
        .hasMessageContaining("password file " + dir + "/absent cannot be read");
  }

  @Test
  void whoeverTheBrokerLetsPublishMayHaveTheRightsGiven() {
    var rules =
        Settings.commands(
                config(
                    Map.of(
                        "commandsFrom",
                        "broker-acl",
                        "commandPermissions",
                        new String[] {"WATCH"})))
            .orElseThrow();
    assertThat(rules.keys()).isEmpty();
    assertThat(rules.permissions()).containsExactly(Permission.WATCH);
    assertThat(rules.withoutClock()).isFalse();
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> Settings.commands(config(Map.of("commandsFrom", "all"))))
        .hasMessageContaining("commandsFrom \"all\" is not one of none, broker-acl, signed");
    assertThatThrownBy(() -> Settings.commands(config(Map.of("commandsFrom", "signed"))))
        .hasMessageContaining("commandKeysFile is not set");
    assertThatThrownBy(
            () ->
                Settings.commands(
                    config(
                        Map.of(
                            "commandsFrom",
                            "broker-acl",
                            "commandPermissions",
                            new String[] {"ROOT"}))))
        .hasMessageContaining("\"ROOT\" is not one of [WATCH, OPERATE, MAINTAIN, ADMINISTER]");
  }

  @Test
  void theTransportIsChosenByItsPropertyOrItsBundleNamed() {
    MqttTransport three =
        (plan, events) -> {
          throw new ConnectFailed(null, "3", null);
        };
    MqttTransport five =
        (plan, events) -> {
          throw new ConnectFailed(null, "5", null);
        };
    List<Map.Entry<Map<String, Object>, MqttTransport>> installed =
        List.of(
            Map.entry(Map.of("transport", "mqtt3"), three),
            Map.entry(Map.of("transport", "mqtt5"), five));
    assertThat(Transports.choose("mqtt5", installed)).containsSame(five);
    assertThat(Transports.choose("mqtt5", installed.subList(0, 1))).isEmpty();
    assertThat(Transports.missing("mqtt5")).contains("io.wayside.uplink.mqtt5");
  }
}
