// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final String PATH = "/dir/index.html";
  private static final Digest.Asked ROOT = new Digest.Asked("GET", "/");

  /** RFC 7616, 3.9.1. */
  private static final String ASKED =
      " realm=\"http-auth@example.org\", qop=\"auth, auth-int\", %s"
          + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

  private static String answer(String challenge) {
    return Digest.answer(
            challenge,
            "Mufasa",
            "Circle of Life",
            new Digest.Asked("GET", PATH),
            1,
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
        .orElseThrow();
  }

  @Test
  void theExampleOfTheStandardInMd5() {
    assertThat(answer("Digest" + ASKED.formatted("algorithm=MD5, ")))
        .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"")
        .contains("username=\"Mufasa\"", "qop=auth", "nc=00000001", "algorithm=MD5")
        .contains(
            "uri=\"/dir/index.html\"", "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @Test
  void theExampleOfTheStandardInSha256() {
    assertThat(answer("Digest" + ASKED.formatted("algorithm=SHA-256, ")))
        .contains("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  /** RFC 2069, 2.4 as corrected: before qop there was no count. */
  @Test
  void aServerOfTheOldStandardIsAnsweredWithoutCount() {
    String answer =
        Digest.answer(
                "Digest realm=\"testrealm@host.com\","
                    + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"",
                "Mufasa",
                "CircleOfLife",
                new Digest.Asked("GET", PATH),
                1,
                "00")
            .orElseThrow();

    assertThat(answer).contains("response=\"1949323746fe6a43ef61f9606e7febea\"");
    assertThat(answer).doesNotContain("qop").doesNotContain("nc=");
  }

  /** Whoever knows the sums can check the second answer to one challenge: RFC 7616, 3.4. */
  @Test
  void theSecondAnswerToAChallengeCountsOn() throws Exception {
    String answer =
        Digest.answer(
                "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"",
                "u",
                "p",
                new Digest.Asked("POST", "/x?y=1"),
                2,
                "c")
            .orElseThrow();

    assertThat(answer)
        .contains("nc=00000002", "uri=\"/x?y=1\"")
        .contains(md5(md5("u:r:p") + ":n:00000002:c:auth:" + md5("POST:/x?y=1")));
  }

  private static String md5(String text) throws Exception {
    byte[] sum =
        java.security.MessageDigest.getInstance("MD5")
            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return java.util.HexFormat.of().formatHex(sum);
  }

  @Test
  void basicIsAnsweredToo() {
    assertThat(Digest.answer("Basic realm=\"x\"", "Aladdin", "open sesame", ROOT, 1, "0"))
        .contains("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void whatIsNotUnderstoodIsNotAnswered() {
    assertThat(
            Digest.answer("Digest realm=\"x\", algorithm=MD9, nonce=\"1\"", "a", "b", ROOT, 1, "0"))
        .isEmpty();
    assertThat(Digest.answer("Digest realm=\"x\"", "a", "b", ROOT, 1, "0")).isEmpty();
    assertThat(Digest.answer("Negotiate", "a", "b", ROOT, 1, "0")).isEmpty();
  }

  @Test
  void noChallengeMakesItFail() {
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder challenge = new StringBuilder("Digest ");
      for (int k = random.nextInt(60); k > 0; k--) {
        challenge.append("noncealgrithm=\"\\, 5".charAt(random.nextInt(19)));
      }

      assertThat(Digest.answer(challenge.toString(), "a", "b", ROOT, 1, "0")).isNotNull();
    }
  }
}
