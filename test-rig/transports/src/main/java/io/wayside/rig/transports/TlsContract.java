// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.transports.TestCa.Identity;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.TlsFiles;
import io.wayside.uplink.transport.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport does with a broker that speaks TLS. */
public abstract class TlsContract {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path dir;
  private final Heard heard = new Heard();
  private TestCa ca;
  private int port;
  private @Nullable Mosquitto broker;

  protected abstract MqttTransport transport();

  @BeforeEach
  final void makeAuthority() throws Exception {
    ca = new TestCa(dir, "roads");
    port = LoopbackPorts.free();
  }

  private void serve(Identity identity, String... more) throws Exception {
    String[] settings = new String[more.length + 2];
    settings[0] = "certfile " + identity.certificate();
    settings[1] = "keyfile " + identity.key();
    System.arraycopy(more, 0, settings, 2, more.length);
    serve("127.0.0.1", settings);
  }

  private void serve(String host, String... settings) throws Exception {
    broker = new Mosquitto(dir).listener(port, host, settings);
    broker.start();
  }

  @AfterEach
  final void stopBroker() throws Exception {
    if (broker != null) {
      broker.close();
    }
  }

  private TlsFiles trusting(Path file) {
    return new TlsFiles(Optional.of(file), Optional.empty(), Optional.empty());
  }

  private TlsFiles as(Path certificate, Path key) {
    return new TlsFiles(Optional.of(ca.file()), Optional.of(certificate), Optional.of(key));
  }

  private Connection connect(String address, TlsFiles files) throws ConnectFailed {
    return transport().connect(Plans.to(address, Duration.ofSeconds(60), files), heard);
  }

  private String address() {
    return "ssl://127.0.0.1:" + port;
  }

  private void works(String address, TlsFiles files) throws Exception {
    Connection connection = connect(address, files);
    CountDownLatch acknowledged = new CountDownLatch(1);
    connection.publish("way/v1/demo/gw-1/k/s", new byte[1], false, acknowledged::countDown);
    assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
    connection.disconnect();
  }

  private AbstractThrowableAssert<?, ?> insecure(TlsFiles files) {
    return assertThatThrownBy(() -> connect(address(), files))
        .isInstanceOfSatisfying(
            ConnectFailed.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.INSECURE))
        .hasMessageContaining(address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tlsv1.2", "tlsv1.3"})
  void aBrokerThatProvesItselfIsTrusted(String version) throws Exception {
    serve(ca.identity("127.0.0.1"), "tls_version " + version);
    works(address(), trusting(ca.file()));
  }

  @Test
  void aHostNameIsCheckedLikeAnAddress() throws Exception {
    serve(ca.identity("localhost"));
    works("ssl://localhost:" + port, trusting(ca.file()));
  }

  @Test
  void anIpv6AddressIsChecked() throws Exception {
    Identity own = ca.identity("::1");
    String[] settings = {"certfile " + own.certificate(), "keyfile " + own.key()};
    serve("::1", settings);
    works("ssl://[::1]:" + port, trusting(ca.file()));
  }

  @Test
  void webSocketOverTlsIsCheckedToo() throws Exception {
    serve(ca.identity("127.0.0.1"), "protocol websockets");
    works("wss://127.0.0.1:" + port + "/mqtt", trusting(ca.file()));
    assertThatThrownBy(() -> connect("wss://localhost:" + port, trusting(ca.file())))
        .isInstanceOf(ConnectFailed.class)
        .hasMessageContaining("is not for \"localhost\"");
  }

  @Test
  void aBrokerWithAnotherNameIsNotTrusted() throws Exception {
    serve(ca.identity("centre.example"));
    insecure(trusting(ca.file()))
        .hasMessageContaining("is not for \"127.0.0.1\"")
        .hasMessageContaining("use the name in the certificate");
  }

  @Test
  void aBrokerOfAnUnknownAuthorityIsNotTrusted() throws Exception {
    Path another = new TestCa(dir, "another").file();
    serve(ca.identity("127.0.0.1"));
    insecure(trusting(another))
        .hasMessageContaining("does not lead to a CA in caFile " + another)
        .hasMessageContaining("put its CA's certificate there");
    insecure(TlsFiles.NONE).hasMessageContaining("Java's own list");
  }

  @Test
  void anExpiredBrokerIsNotTrusted() throws Exception {
    Instant now = Clock.systemUTC().instant();
    Identity old = ca.identity("127.0.0.1", now.minus(DAY.multipliedBy(9)), now.minus(DAY));
    serve(old);
    insecure(trusting(ca.file()))
        .hasMessageContaining("expired at")
        .hasMessageContaining("of the broker renewed");
  }

  @Test
  void aBrokerOfTheFutureMeansThatOurClockIsWrong() throws Exception {
    Instant now = Clock.systemUTC().instant();
    Identity early = ca.identity("127.0.0.1", now.plus(DAY), now.plus(DAY.multipliedBy(9)));
    serve(early);
    insecure(trusting(ca.file()))
        .hasMessageContaining("valid only from")
        .hasMessageContaining("the gateway's clock reads")
        .hasMessageContaining("clock is probably wrong");
  }

  @Test
  void aBrokerThatAsksForOurCertificateGetsIt() throws Exception {
    Identity own = ca.identity("gw-1");
    serve(ca.identity("127.0.0.1"), "cafile " + ca.file(), "require_certificate true");
    works(address(), as(own.certificate(), own.key()));
    assertThatThrownBy(() -> connect(address(), trusting(ca.file())))
        .isInstanceOf(ConnectFailed.class);
  }

  @Test
  void aKeyThatDoesNotFitIsFoundBeforeTheBrokerSeesIt() throws Exception {
    Identity one = ca.identity("gw-1");
    Identity other = ca.identity("gw-2");
    insecure(as(one.certificate(), other.key()))
        .hasMessageContaining("privateKeyFile " + other.key())
        .hasMessageContaining("does not fit")
        .hasMessageContaining("certificateFile " + one.certificate());
  }

  @Test
  void ourOwnCertificateHasItsTimes() throws Exception {
    Instant now = Clock.systemUTC().instant();
    Identity old = ca.identity("gw-1", now.minus(DAY.multipliedBy(9)), now.minus(DAY));
    insecure(as(old.certificate(), old.key()))
        .hasMessageContaining("certificateFile " + old.certificate() + " expired at")
        .hasMessageContaining("of the gateway renewed");
    Identity early = ca.identity("gw-1", now.plus(DAY), now.plus(DAY.multipliedBy(9)));
    insecure(as(early.certificate(), early.key()))
        .hasMessageContaining("certificateFile " + early.certificate() + " is valid only from");
  }

  @Test
  void aFileThatIsNoneIsNamed() throws Exception {
    insecure(trusting(dir.resolve("absent.pem")))
        .hasMessageContaining("caFile " + dir.resolve("absent.pem") + " cannot be read");
    Path empty = Files.writeString(dir.resolve("empty.pem"), "nothing");
    insecure(trusting(empty)).hasMessageContaining("caFile " + empty + " holds no certificate");
    Identity own = ca.identity("gw-1");
    Path old = dir.resolve("old.key");
    TestCa.writePem(old, "EC PRIVATE KEY", new byte[40]);
    insecure(as(own.certificate(), old))
        .hasMessageContaining("privateKeyFile " + old)
        .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
  }

  @Test
  void somebodyWhoSpeaksNoTlsIsNoBroker() throws Exception {
    serve("127.0.0.1");
    assertThatThrownBy(() -> connect(address(), trusting(ca.file())))
        .isInstanceOf(ConnectFailed.class);
  }
}
