// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.heads.PublicKeyText;
import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.TlsFiles;
import io.wayside.rig.transports.TestCa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

  private static Arguments arguments(String... words) throws BadArguments {
    return new Arguments(List.of(words), Set.of("--store", "--port"), Set.of("--json"));
  }

  @Test
  void optionsSwitchesAndDefaultsAreRead() throws Exception {
    Arguments given = arguments("--json", "--store", "a b.db");
    assertThat(given.has("--json")).isTrue();
    assertThat(given.required("--store")).isEqualTo("a b.db");
    assertThat(given.number("--port", 7)).isEqualTo(7);
    assertThat(given.optional("--port", "x")).isEqualTo("x");
    assertThat(arguments("--port", "0").number("--port", 7)).isZero();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> arguments("--stor", "x")).hasMessageContaining("--stor");
    assertThatThrownBy(() -> arguments("--store")).hasMessageContaining("--store needs a value");
    assertThatThrownBy(() -> arguments("--json", "--json")).hasMessageContaining("twice");
    assertThatThrownBy(() -> arguments().required("--store")).hasMessageContaining("missing");
    assertThatThrownBy(() -> arguments("--store", "").required("--store"))
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> arguments("--port", "8o").number("--port", 1))
        .hasMessageContaining("8o");
  }

  @Test
  void aPlanWithAnImpossibleFieldIsRefusedByName() {
    Path store = Path.of("x.db");
    assertThatThrownBy(() -> CentralPlan.of("localhost:1883", store, "t", 0))
        .hasMessageContaining("broker");
    assertThatThrownBy(() -> CentralPlan.of("tcp://", store, "t", 0))
        .hasMessageContaining("broker");
    assertThatThrownBy(() -> CentralPlan.of("tcp://h:1", store, "a/b", 0))
        .hasMessageContaining("tenant");
    assertThatThrownBy(() -> CentralPlan.of("tcp://h:1", store, "t", -1))
        .hasMessageContaining("page port");
    assertThatThrownBy(() -> BrokerPlan.of("tcp://h:1", "")).hasMessageContaining("client id");
    assertThatThrownBy(() -> BrokerPlan.of("tcp://h:1", "a b")).hasMessageContaining("client id");
  }

  @Test
  void theClientIdFollowsFromTheTenantAndIsNeverTooLong() {
    assertThat(CentralPlan.of("tcp://h:1", Path.of("x"), "hp", 0).broker().clientId())
        .isEqualTo("central-hp");
    assertThat(CentralPlan.of("ssl://h:8883", Path.of("x"), "t".repeat(64), 0).broker().clientId())
        .hasSize(64);
  }

  @Test
  void everythingAboutTheBrokerIsTakenFromTheCommandLine() throws Exception {
    CentralPlan plan =
        RunVerb.plan(
            List.of(
                ("--broker tcp://a:1,ssl://b:2 --broker wss://c/mqtt --store jdbc:postgresql://h/d"
                        + " --tenant hp --group centre --client-id one --user u --password-file p"
                        + " --tls-ca ca --tls-cert cert --tls-key key --kura --page-port 0")
                    .split(" ")));
    assertThat(plan.broker())
        .isEqualTo(
            new BrokerPlan(
                List.of("tcp://a:1", "ssl://b:2", "wss://c/mqtt"),
                "one",
                Optional.of(new BrokerPlan.Login("u", Optional.of(Path.of("p")))),
                new TlsFiles(
                    Optional.of(Path.of("ca")),
                    Optional.of(Path.of("cert")),
                    Optional.of(Path.of("key"))),
                Optional.of("centre")));
    assertThat(plan.store()).isEqualTo("jdbc:postgresql://h/d");
    assertThat(plan.kura()).isTrue();
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    String[] wrong = {
      "--group g", "--group g/h --client-id i", "--password-file f", "--tls-cert f", "--page-port x"
    };
    for (String more : wrong) {
      List<String> words = List.of(("--broker tcp://a:1 --store s --tenant t " + more).split(" "));
      assertThatThrownBy(() -> RunVerb.plan(words)).as(more).isInstanceOf(BadArguments.class);
    }
  }

  @Test
  void keysAreReadOneByOneAndFromAFile(@TempDir Path folder) throws Exception {
    String hex = new HeadsSigner().key().hex();
    PublicKeyText second = new HeadsSigner("EC", "SHA256withECDSA").key();
    Path pem = folder.resolve("second.pem");
    TestCa.writePem(pem, "PUBLIC KEY", HexFormat.of().parseHex(second.hex()));
    Path list = folder.resolve("keys");
    Files.writeString(list, "# of the ring road\n\ngw-2=" + pem + "\n");
    KeyRing ring = KeyRing.of(List.of("gw-1=" + hex.toUpperCase(Locale.ROOT)), List.of("" + list));
    assertThat(ring.keys())
        .isEqualTo(Map.of("gw-1", Set.of(new PublicKeyText(hex)), "gw-2", Set.of(second)));
    for (String wrong :
        List.of(
            "gw-1", "GW=" + hex, "gw-1=" + hex.substring(2), "gw-1=" + folder, "gw-1=" + list)) {
      assertThatThrownBy(() -> KeyRing.of(List.of(wrong), List.of()))
          .as(wrong)
          .isInstanceOf(BadArguments.class)
          .hasMessageContaining("--key");
    }
  }
}
