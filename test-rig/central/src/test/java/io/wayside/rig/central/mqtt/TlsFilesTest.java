// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.transports.TestCa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {

  @TempDir Path folder;

  private static TlsFiles authority(Path file) {
    return new TlsFiles(Optional.of(file), Optional.empty(), Optional.empty());
  }

  private static TlsFiles own(Path certificate, Path key) {
    return new TlsFiles(Optional.empty(), Optional.of(certificate), Optional.of(key));
  }

  @Test
  void withoutFilesNothingIsShownAndJavasListIsUsed() throws Exception {
    assertThat(TlsFiles.NONE.trust()).isEmpty();
    assertThat(TlsFiles.NONE.own()).isEmpty();
  }

  @Test
  void everyCertificateOfTheFileIsBelieved() throws Exception {
    Path one = new TestCa(folder, "one").file();
    Path two = new TestCa(folder, "two").file();
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(one) + Files.readString(two));
    X509TrustManager trust =
        (X509TrustManager) authority(both).trust().orElseThrow().getTrustManagers()[0];
    assertThat(trust.getAcceptedIssuers())
        .extracting(issuer -> issuer.getSubjectX500Principal().getName())
        .containsExactlyInAnyOrder("CN=one", "CN=two");
  }

  @Test
  void ourCertificateGoesWithItsKey() throws Exception {
    TestCa.Identity identity = new TestCa(folder, "one").identity("centre-1");
    KeyManagerFactory factory = own(identity.certificate(), identity.key()).own().orElseThrow();
    X509ExtendedKeyManager keys = (X509ExtendedKeyManager) factory.getKeyManagers()[0];
    X509Certificate shown = keys.getCertificateChain("own")[0];
    assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=centre-1");
    assertThat(keys.getPrivateKey("own").getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void filesThatCannotBeUsedAreNamed() throws Exception {
    TestCa ca = new TestCa(folder, "one");
    TestCa.Identity identity = ca.identity("centre-1");
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path garbled =
        Files.writeString(
            folder.resolve("garbled.pem"),
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    for (Path wrong : new Path[] {empty, folder.resolve("none.pem"), identity.key()}) {
      assertThatThrownBy(() -> authority(wrong).trust())
          .isInstanceOf(SessionFailed.class)
          .hasMessageContaining("--tls-ca " + wrong);
      assertThatThrownBy(() -> own(wrong, identity.key()).own())
          .isInstanceOf(SessionFailed.class)
          .hasMessageContaining("--tls-cert " + wrong);
    }
    for (Path wrong : new Path[] {empty, folder.resolve("none.pem"), garbled}) {
      assertThatThrownBy(() -> own(identity.certificate(), wrong).own())
          .isInstanceOf(SessionFailed.class)
          .hasMessageContaining("--tls-key " + wrong);
    }
  }

  @Test
  void anRsaKeyIsReadToo() throws Exception {
    Path key = folder.resolve("rsa.key");
    TestCa.writePem(
        key,
        "PRIVATE KEY",
        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded());
    TestCa.Identity identity = new TestCa(folder, "one").identity("centre-1");
    assertThat(own(identity.certificate(), key).own()).isPresent();
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() {
    assertThatThrownBy(() -> new TlsFiles(Optional.empty(), Optional.of(folder), Optional.empty()))
        .hasMessageContaining("together");
  }
}
