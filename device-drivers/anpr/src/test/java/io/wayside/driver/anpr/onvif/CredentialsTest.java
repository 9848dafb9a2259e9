// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  private static final byte[] NONCE = Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg==");
  private static final Credentials WHO = new Credentials("user", "userpassword");

  /** ONVIF Application Programmer's Guide 1.0, 6.1.1.3. */
  @Test
  void theExampleOfTheGuide() {
    assertThat(WHO.digest(NONCE, "2010-09-16T07:50:45Z")).isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
  }

  @Test
  void theHeaderHasNonceAndMomentAndNoPassword() {
    String header = WHO.header(NONCE, Instant.parse("2010-09-16T07:50:45Z"));

    assertThat(header)
        .contains(">user<", ">tuOSpGlFlIXsozq4HFNeeGeFLEI=<", ">LKqI6G/AikKCQrN0zqZFlg==<")
        .contains(">2010-09-16T07:50:45Z<", "#PasswordDigest")
        .doesNotContain("userpassword");
    assertThat(WHO).hasToString("credentials of user");
  }
}
