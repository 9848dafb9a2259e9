// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.CommandLink;
import io.wayside.rig.central.mqtt.SessionFailed;
import io.wayside.rig.central.mqtt.TlsFiles;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.transports.Mosquitto;
import io.wayside.rig.transports.TestCa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that asks for a certificate, a name and a password. */
class SecureBrokerTest {

  @TempDir Path folder;
  private TestCa ca;
  private Mosquitto broker;
  private String secure;

  @BeforeEach
  void startBroker() throws Exception {
    ca = new TestCa(folder, "rig");
    TestCa.Identity server = ca.identity("127.0.0.1");
    Path passwords = folder.resolve("passwords");
    Files.writeString(passwords, "");
    Process process =
        new ProcessBuilder("mosquitto_passwd", "-b", passwords.toString(), "centre", "right")
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    int port = LoopbackPorts.free();
    broker =
        new Mosquitto(folder, "allow_anonymous false", "password_file " + passwords)
            .listener(
                port,
                "127.0.0.1",
                "cafile " + ca.file(),
                "certfile " + server.certificate(),
                "keyfile " + server.key(),
                "require_certificate true");
    broker.start();
    secure = "ssl://127.0.0.1:" + port;
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.close();
  }

  private BrokerPlan plan(String address, Path authority, TestCa.Identity own, String password)
      throws Exception {
    Path file = folder.resolve("password");
    Files.writeString(file, password + "\n");
    return new BrokerPlan(
        List.of(address),
        "centre-1",
        Optional.of(new BrokerPlan.Login("centre", Optional.of(file))),
        new TlsFiles(
            Optional.of(authority), Optional.of(own.certificate()), Optional.of(own.key())),
        Optional.of("centre"));
  }

  @Test
  void withTheRightFilesAndPasswordItSubscribes() throws Exception {
    CentralPlan plan =
        new CentralPlan(
            plan(secure, ca.file(), ca.identity("centre"), "right"),
            folder.resolve("central.db").toString(),
            "test",
            true,
            KeyRing.EMPTY,
            "127.0.0.1",
            0);
    try (CentralSubscriber centre = CentralSubscriber.start(plan, record -> {})) {
      Eventually.that("connected", centre::connected);
    }
  }

  @Test
  void whateverIsWrongItDoesNotConnectAndSaysWhy() throws Exception {
    TestCa stranger = new TestCa(folder, "stranger");
    refused(plan(secure, ca.file(), ca.identity("centre"), "wrong"), "");
    refused(plan(secure, stranger.file(), ca.identity("centre"), "right"), "certif|PKIX|path");
    refused(plan(secure, ca.file(), stranger.identity("centre"), "right"), "");
    refused(
        plan(secure.replace("127.0.0.1", "localhost"), ca.file(), ca.identity("c"), "right"),
        "localhost");
    TestCa.Identity none = new TestCa.Identity(folder.resolve("no.pem"), folder.resolve("no.key"));
    refused(plan(secure, ca.file(), none, "right"), "no.pem");
    refused(plan(secure, folder.resolve("no-ca.pem"), ca.identity("centre"), "right"), "no-ca.pem");
    TestCa.Identity swapped =
        new TestCa.Identity(ca.identity("a").key(), ca.identity("a").certificate());
    refused(plan(secure, ca.file(), swapped, "right"), "--tls-cert");
  }

  private static void refused(BrokerPlan plan, String reason) {
    assertThatThrownBy(() -> CommandLink.open(plan, "x/y"))
        .isInstanceOf(SessionFailed.class)
        .message()
        .containsPattern(reason);
  }
}
