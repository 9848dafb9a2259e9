// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuickEd25519Test {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  /** PKCS#8 of a seed and X.509 of a point, as RFC 8410 writes them. */
  private static FileSigner signer(String seed, String point) throws Exception {
    return new FileSigner(
        hex("302e020100300506032b657004220420" + seed), hex("302a300506032b6570032100" + point));
  }

  @Test
  void signsTheVectorsOfTheStandard() throws Exception {
    QuickEd25519.prepare();
    // RFC 8032, 7.1, tests 1 to 3
    assertThat(
            signer(
                    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                .sign(new byte[0]))
        .isEqualTo(
            hex(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                    + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
    assertThat(
            signer(
                    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
                .sign(hex("72")))
        .isEqualTo(
            hex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                    + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    assertThat(
            signer(
                    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
                .sign(hex("af82")))
        .isEqualTo(
            hex(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                    + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
  }

  @Test
  void signsAsTheJdkDoes() throws Exception {
    QuickEd25519.prepare();
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      KeyPair pair = FileSigner.newPair();
      FileSigner signer =
          new FileSigner(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
      byte[] message = new byte[random.nextInt(700)];
      random.nextBytes(message);
      Signature jdk = Signature.getInstance("Ed25519");
      jdk.initSign(pair.getPrivate());
      jdk.update(message);
      assertThat(signer.sign(message)).isEqualTo(jdk.sign());
    }
  }
}
