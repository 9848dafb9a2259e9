// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.camera.watch.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interruptions and health of one camera, without a camera. */
class SessionTest {

  private final List<Interruption> told = new ArrayList<>();
  private final Session session = new Session("cam-7", told::add, 10);

  @Test
  void beforeTheFirstPictureItIsStarting() {
    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    session.opened("rtsp://h/", 20);

    assertThat(session.health().message()).contains("rtsp://h/", "no picture yet");
    assertThat(told).isEmpty();
  }

  @Test
  void anOutageIsToldOnceByItsFirstCauseAndHealthSaysTheLast() {
    session.showed(List.of(), 100);
    session.down(new DeviceException.TimedOut("no answer"), 200);
    session.down(new DeviceException.LinkDown("refused"), 300);
    session.opened("rtsp://h/", 350);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).cause()).isEqualTo(Cause.SILENT);
    assertThat(session.health().message()).contains("cam-7", "refused");
    assertThat(session.health().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void theInterruptionBeginsWithTheLastPicture() {
    session.showed(List.of(), 100);
    session.showed(List.of(), 140);
    session.down(new DeviceException.Garbled("rubbish"), 900);

    assertThat(told.get(0).sinceMonotonicNanos()).isEqualTo(140);
    assertThat(told.get(0).cause()).isEqualTo(Cause.GARBLED);
  }

  @Test
  void aPictureEndsTheOutageAndTheNextIsToldAgain() {
    session.down(Cause.LINK_DOWN, "gone", 100);
    session.showed(List.of(), 200);
    assertThat(session.health().status()).isEqualTo(Status.OK);
    session.down(Cause.LINK_DOWN, "gone again", 300);

    assertThat(told).hasSize(2);
  }

  @Test
  void theGravestTroubleGivesTheCodeAndAllAreSaid() {
    List<Trouble> troubles = List.of(Trouble.values()).subList(0, 2);
    session.showed(troubles, 100);

    assertThat(session.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(session.health().code()).isEqualTo(troubles.get(0).code());
    assertThat(session.health().message())
        .contains(troubles.get(0).message(), troubles.get(1).message());
    assertThat(told).isEmpty();
  }

  @Test
  void anEndThatWasToBeExpectedIsAStop() {
    session.showed(List.of(), 100);
    session.ended("all 60 pictures were shown", 200);

    assertThat(told.get(0).cause()).isEqualTo(Cause.STOPPED);
    assertThat(session.health().code()).isEqualTo("ended");
  }
}
