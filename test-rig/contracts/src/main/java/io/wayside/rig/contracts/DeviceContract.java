// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Device;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every device promises.
 *
 * @param <D> the contract
 * @param <H> what the suite needs to drive a device of it
 */
abstract class DeviceContract<D extends Device, H extends DeviceHarness<? extends D>> {

  private H started;
  private Eventually eventually;

  /** Starts a fresh device and its peer; called before each test. */
  protected abstract H start() throws Exception;

  /** The harness of this test. */
  protected final H harness() {
    return started;
  }

  protected final D device() {
    return started.device();
  }

  protected final Eventually eventually() {
    return eventually;
  }

  protected final Health health() {
    return ((HealthSource) device()).health();
  }

  @BeforeEach
  void startHarness() throws Exception {
    started = start();
    eventually = new Eventually(started.deadline(), started::letTimePass);
  }

  @AfterEach
  void stopHarness() {
    if (started != null) {
      started.close();
    }
  }

  @Test
  void isKnownByItsIdAndReportsHealthUnderIt() {
    assertThat(device().deviceId()).isNotBlank();
    assertThat(device()).isInstanceOf(HealthSource.class);
    assertThat(((HealthSource) device()).healthId()).isEqualTo("device." + device().deviceId());
  }

  @Test
  void showsALostLinkInItsHealthInWordsThatNameIt() {
    harness().breakLink();

    eventually()
        .until(
            "health is degraded or failed after the link broke",
            () -> health().status().compareTo(Health.Status.DEGRADED) >= 0);
    assertThat(health().code()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*").isNotEqualTo("ok");
    assertThat(health().message()).contains(device().deviceId());
  }
}
