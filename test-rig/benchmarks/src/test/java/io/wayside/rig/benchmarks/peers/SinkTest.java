// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.benchmarks.uplink.BareClient;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {

  private final int port = LoopbackPorts.free();
  private final Sink sink = new Sink(port, 500);

  @AfterEach
  void close() throws Exception {
    sink.close();
  }

  @Test
  void acknowledgesAllAndCountsByNumber() throws Exception {
    sink.open();
    try (BareClient client = new BareClient(port, 10)) {
      client.publishAll("a/b", 300, number -> Numbered.payload((int) number));
      client.publishAll("a/b", 20, number -> Numbered.payload((int) number));
      client.publishAll("a/b", 1, number -> new byte[0]);
    }
    assertThat(sink.distinct()).isEqualTo(300);
    assertThat(Account.of(500, number -> number < 310, sink::times))
        .isEqualTo(new Account(310, 300, 10, 20));
    assertThat(sink.perSecond()).isPositive();
  }

  @Test
  void saysOnceThatSoManyHaveArrived() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    sink.when(50, told::countDown);
    sink.open();
    try (BareClient client = new BareClient(port, 5)) {
      client.publishAll("a", 49, number -> Numbered.payload((int) number));
      assertThat(told.getCount()).isEqualTo(1);
      client.publishAll("a", 50, number -> Numbered.payload((int) number));
    }
    assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nobodyListensWhileItIsClosed() throws Exception {
    assertThatThrownBy(() -> new BareClient(port, 1)).isInstanceOf(MqttException.class);
    sink.open();
    sink.reopen();
    new BareClient(port, 1).close();
    sink.close();
    assertThatThrownBy(() -> new BareClient(port, 1)).isInstanceOf(MqttException.class);
  }

  @Test
  void whatWasNotAcceptedDoesNotStandForWhatWas(@TempDir Path folder) throws Exception {
    Marks marks = Marks.open(folder.resolve("marks"), 500);
    marks.mark(7);
    marks.mark(30);
    sink.open();
    CountDownLatch waited = new CountDownLatch(1);
    Thread waiting =
        new Thread(
            () -> {
              sink.awaitAll(marks, 20);
              waited.countDown();
            });
    try (BareClient client = new BareClient(port, 1)) {
      client.publishAll("a", 20, number -> Numbered.payload((int) number));
      waiting.start();
      assertThat(waited.await(200, TimeUnit.MILLISECONDS)).isFalse();
      client.publishAll("a", 1, number -> Numbered.payload(30));
    }
    assertThat(waited.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatNeverComesIsWaitedForOnlySoLong(@TempDir Path folder) throws Exception {
    Marks marks = Marks.open(folder.resolve("marks"), 500);
    marks.mark(7);
    sink.awaitAll(marks, 0.05);
    sink.awaitCount(1, 0.05);
    assertThat(sink.distinct()).isZero();
  }
}
