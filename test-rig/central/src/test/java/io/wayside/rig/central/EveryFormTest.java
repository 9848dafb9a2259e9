// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Cbor;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.TlsFiles;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.verify.Proof;
import io.wayside.rig.central.verify.Verification;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.transports.Mosquitto;
import io.wayside.uplink.wire.kura.KuraCodec;
import io.wayside.uplink.wire.kura.KuraPayload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that changes its profile in the middle of a stream, from the broker to the proof. */
class EveryFormTest {

  @TempDir Path folder;
  private final List<JournalRecord> lane = Samples.chain("gw-1", "weighing.lane-1", 50);

  private CentralPlan plan(List<String> addresses, Optional<String> group) {
    return new CentralPlan(
        new BrokerPlan(addresses, "one", Optional.empty(), TlsFiles.NONE, group),
        folder.resolve("central.db").toString(),
        "test",
        true,
        KeyRing.EMPTY,
        "127.0.0.1",
        0);
  }

  private void sendAll(Publisher gateway) throws Exception {
    HeadsSigner signer = new HeadsSigner();
    gateway.send(lane.subList(0, 10));
    for (JournalRecord record : lane.subList(10, 20)) {
      gateway.send(Samples.topic(record), Cbor.encode(RecordEnvelope.toValue(record)), false);
    }
    String envelopes =
        lane.subList(20, 40).stream().map(Samples::json).collect(Collectors.joining(","));
    String batch = "{\"v\":1,\"records\":[" + envelopes + "]}";
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(batch.getBytes(StandardCharsets.UTF_8));
    }
    gateway.send("way/v1/test/gw-1/batch", zipped.toByteArray(), false);
    for (JournalRecord record : lane.subList(40, 50)) {
      KuraPayload payload = KuraPayload.at(1, Map.of(), Optional.of(Samples.payload(record)));
      gateway.send(
          "test/gw-1/WAYSIDE-V1/weighing/weighing.lane-1", KuraCodec.write(payload), false);
    }
    gateway.send(List.of(signer.statement("gw-1", 1, Samples.ORIGIN, lane)));
  }

  private void everythingArrivesAndIsProven(Optional<String> group) throws Exception {
    Path dir = Files.createDirectory(folder.resolve("broker"));
    try (Mosquitto broker = new Mosquitto(dir)) {
      broker.start();
      String nobody = "tcp://127.0.0.1:" + LoopbackPorts.free();
      CentralPlan plan = plan(List.of(nobody, broker.address()), group);
      try (CentralSubscriber centre = CentralSubscriber.start(plan, record -> {})) {
        Eventually.that("connected to the second address", centre::connected);
        try (Publisher gateway = new Publisher(broker.address())) {
          sendAll(gateway);
        }
        Eventually.that("all came", () -> centre.counts().stored() == 51);
        assertThat(centre.counts().refused()).isZero();
      }
      try (Archive archive = Archive.open(plan.store())) {
        List<Proof> proofs = new Verification(archive, Map.of()).run();
        assertThat(proofs).allMatch(Proof::holds);
        assertThat(proofs.get(1).proven()).isEqualTo(50);
      }
    }
  }

  @Test
  void overMqtt5InAGroup() throws Exception {
    everythingArrivesAndIsProven(Optional.of("centre"));
  }

  @Test
  void overMqtt311Alone() throws Exception {
    everythingArrivesAndIsProven(Optional.empty());
  }
}
