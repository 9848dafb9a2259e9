// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.CentralPlan;
import io.wayside.rig.central.CentralSubscriber;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.RigBroker;
import io.wayside.rig.scenarios.wire.WireCheck;
import io.wayside.rig.simulators.onnx.TinyModel;
import io.wayside.rig.simulators.scene.Film;
import io.wayside.rig.simulators.scene.SceneFolder;
import io.wayside.rig.simulators.scene.Scenes;
import io.wayside.rig.simulators.scene.Shot;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.systemtests.Figures;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rendered traffic as a folder of numbered pictures, through the camera driver and the camera
 * counters of the shipped gateway, to the centre. A model in ONNX form is asked beside them, by
 * OpenCV for one counter and by ONNX Runtime for the other; what it says is nonsense, for it was
 * never trained. How well is counted is tested elsewhere: on a busy machine pictures are missed
 * here.
 */
@Tag("felix")
class CameraSiteTest {

  private static final int SECONDS = 24;
  private static final Shot SHOT = new Shot(320, 192, 15);
  private static final List<String> COUNTERS = List.of("count-1", "count-2");

  /** A busy machine looks late for a moment: pictures come by the clock. */
  private static final Set<String> SEES = Set.of("ok", "queue", "detector-slow");

  private final List<StoredRecord> stored = new CopyOnWriteArrayList<>();

  @Test
  void whatPassesBeforeACameraIsAtTheCentreWithItsClassAndItsIntervals(@TempDir Path folder)
      throws Exception {
    Path rendered = folder.resolve("rendered");
    Film film = new Film(Scenes.named("free-flow").script(4, SHOT, SECONDS));
    new SceneFolder(rendered).write(film, pictures -> {});
    long truth = film.truth().stream().filter(one -> one.line().equals("A")).count();
    assertThat(truth).as("vehicles of the scene").isGreaterThan(5);
    Path camera = Files.createDirectories(folder.resolve("camera"));
    Overheard overheard =
        new Overheard(WireCheck.in(Path.of("../..").toAbsolutePath().normalize()));
    Path state = folder.resolve("state");
    try (RigBroker broker = new RigBroker(LoopbackPorts.free(), folder)) {
      broker.overhear(overheard);
      Path document = folder.resolve("site.json");
      Files.writeString(document, Json.writeIndented(site(camera, broker.address())));
      Files.copy(rendered.resolve("lines.json"), folder.resolve("lines.json"));
      model(folder);
      Path release = ReleaseForVision.in(folder.resolve("release"));
      try (CentralSubscriber centre =
              CentralSubscriber.start(
                  CentralPlan.of(broker.address(), folder.resolve("central.db"), "demo", 0),
                  stored::add);
          GatewayProcess gateway =
              GatewayProcess.start(release, document, state, folder.resolve("gateway.log"))) {
        ControlSocket control = new ControlSocket(state);
        until("the counter waits", () -> all(control, code -> code.equals("no-pictures")), gateway);
        show(rendered, camera);
        until("the counters see", () -> all(control, SEES::contains), gateway);
        until(
            "seven in ten of " + truth + " vehicles are at the centre",
            () -> COUNTERS.stream().allMatch(one -> on(one, "A").size() >= 0.7 * truth),
            gateway);
        assertThat(gateway.stop(30_000)).isTrue();
        assertThat(centre.counts().missing()).isZero();
      }
      assertThat(overheard.problems()).isEmpty();
    }
    for (String counter : COUNTERS) {
      List<Value.Fields> passages = on(counter, "A");
      Figures.note(
          "camera site: %d vehicles, %d counted at A of %s", truth, passages.size(), counter);
      assertThat(passages.size()).isLessThanOrEqualTo((int) truth + 2);
      assertThat(passages)
          .as(counter)
          .allMatch(one -> one.get("how").equals(text("camera")))
          .anyMatch(one -> one.get("classBy").equals(text("model")))
          .anyMatch(one -> one.get("speedMps") instanceof Value.Real);
    }
    try (Stream<Path> kept = Files.list(state.resolve("cache/onnxruntime"))) {
      assertThat(kept).hasSize(2);
    }
  }

  /** All at once, as a card with pictures would be put in. */
  private static void show(Path rendered, Path camera) throws IOException {
    try (Stream<Path> files = Files.list(rendered)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jpg")).sorted().toList()) {
        Files.move(file, camera.resolve(file.getFileName()));
      }
    }
  }

  private static void model(Path folder) throws IOException {
    Files.write(folder.resolve("tiny.onnx"), TinyModel.of(SHOT.widthPx(), SHOT.heightPx()));
    Files.writeString(
        folder.resolve("model.json"),
        """
        {"model": "tiny.onnx", "family": "yolox", "input": [%d, %d], "strides": [32],
         "labels": ["bus", "car"], "classes": {"bus": "heavy", "car": "light"}, "score": 0.01}
        """
            .formatted(SHOT.widthPx(), SHOT.heightPx()));
  }

  private List<Value.Fields> on(String counter, String line) {
    List<Value.Fields> bodies = new ArrayList<>();
    for (StoredRecord record : stored) {
      if (record.kind().equals("count-passage/1") && record.id().stream().endsWith("." + counter)) {
        Value.Fields body = body(record);
        if (body.get("line").equals(text(line))) {
          bodies.add(body);
        }
      }
    }
    return bodies;
  }

  private static Value.Fields body(StoredRecord record) {
    try {
      Value.Fields envelope = (Value.Fields) Json.read(record.payload()).root();
      return (Value.Fields) envelope.get("body");
    } catch (GarbledData garbled) {
      throw new AssertionError("a record of the gateway's own is garbled", garbled);
    }
  }

  private static Value.Text text(String text) {
    return new Value.Text(text);
  }

  private static void until(
      String what, java.util.concurrent.Callable<Boolean> condition, GatewayProcess gateway) {
    Patience.until(what, condition, gateway::output);
  }

  private static boolean all(ControlSocket control, Predicate<String> wanted) throws IOException {
    for (String counter : COUNTERS) {
      if (!wanted.test(code(control, counter))) {
        return false;
      }
    }
    return true;
  }

  private static String code(ControlSocket control, String counter) throws IOException {
    return control.health().orElse(HealthReport.NONE).code("station." + counter);
  }

  private static Value.Fields counter(String detector) {
    return Value.Fields.with("type", "camera-counter")
        .and("camera", "cam-1")
        .and("lines", "lines.json")
        .and("pcuTable", "camera-size")
        .and("model", "model.json")
        .and("detector", detector)
        .and("timeZone", "UTC")
        .build();
  }

  private static Value.Fields site(Path camera, String broker) {
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "count-1").and("tenant", "demo").and("name", "Road 1").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and(
            "devices",
            Value.Fields.with(
                    "cam-1",
                    Value.Fields.with("type", "camera")
                        .and("source", camera.toString())
                        .and("rateHz", SHOT.rateHz())
                        .and("atEnd", "WAIT")
                        .and("watch", false)
                        .build())
                .build())
        .and(
            "stations",
            Value.Fields.with("count-1", counter(""))
                .and("count-2", counter("onnx-runtime"))
                .build())
        .and(
            "uplinks",
            Value.Fields.with(
                    "centre",
                    Value.Fields.with("type", "mqtt")
                        .and("brokers", List.of(new Value.Text(broker)))
                        .and("firstConnectWithin", "0 s")
                        .build())
                .build())
        .build();
  }
}
