// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.rig.central.HeadsSigner;
import io.wayside.rig.transports.TestCa;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeyTextTest {

  /** RFC 8410, section 10.1. */
  private static final String KNOWN =
      "302a300506032b6570032100"
          + "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

  @TempDir Path folder;

  @Test
  void theIdIsTheBeginningOfTheSha256() throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(KNOWN));
    assertThat(PublicKeyText.given(KNOWN).id())
        .hasSize(16)
        .isEqualTo(HexFormat.of().formatHex(digest, 0, 8));
  }

  @Test
  void hexadecimalAndPemGiveTheSameKey() throws Exception {
    Path pem = folder.resolve("key.pem");
    TestCa.writePem(pem, "PUBLIC KEY", HexFormat.of().parseHex(KNOWN));
    assertThat(PublicKeyText.given(pem.toString())).isEqualTo(new PublicKeyText(KNOWN));
    assertThat(PublicKeyText.given(KNOWN.toUpperCase(Locale.ROOT)))
        .isEqualTo(new PublicKeyText(KNOWN));
  }

  /** The journal's own key file holds both halves; only the public one is taken. */
  @Test
  void aFileWithAPrivateBlockBeforeThePublicOneWillDo() throws Exception {
    Path both = folder.resolve("both.pem");
    Path one = folder.resolve("one.pem");
    TestCa.writePem(both, "PRIVATE KEY", new byte[] {1, 2, 3});
    TestCa.writePem(one, "PUBLIC KEY", HexFormat.of().parseHex(KNOWN));
    Files.writeString(both, Files.readString(both) + Files.readString(one));
    assertThat(PublicKeyText.given(both.toString()).hex()).isEqualTo(KNOWN);
  }

  @Test
  void aP256KeyIsTakenAndAnRsaKeyIsNot() throws Exception {
    PublicKeyText p256 = new HeadsSigner("EC", "SHA256withECDSA").key();
    assertThat(PublicKeyText.given(p256.hex())).isEqualTo(p256);
    byte[] rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();
    assertThatThrownBy(() -> PublicKeyText.given(HexFormat.of().formatHex(rsa)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("neither an Ed25519 nor a P-256");
  }

  @Test
  void whatIsNoKeyIsRefusedWithItsName() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path long1 = Files.writeString(folder.resolve("long.pem"), "x".repeat(9_000));
    for (String wrong :
        List.of(
            "",
            "none.pem",
            "\0",
            folder.toString(),
            empty.toString(),
            long1.toString(),
            KNOWN.substring(0, 80),
            "ab".repeat(44))) {
      assertThatThrownBy(() -> PublicKeyText.given(wrong))
          .as(wrong)
          .isInstanceOf(GarbledData.class);
    }
  }
}
