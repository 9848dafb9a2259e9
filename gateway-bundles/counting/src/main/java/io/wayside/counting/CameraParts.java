// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.core.vehicle.VehicleClass;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.naming.Calling;
import io.wayside.counting.naming.Naming;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.sighting.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a counter with a camera is made of, out of its configuration and its documents.
 *
 * @param model what the labels of a detector mean; empty: none is asked
 * @param modelFile where the model is
 */
record CameraParts(
    Plan plan,
    CameraStation.Wishes wishes,
    Calling calling,
    Optional<ModelPlan> model,
    Path modelFile,
    Naming.Rules looks) {

  static CameraParts of(CameraCounterConfig config, CounterFiles files)
      throws IOException, GarbledData {
    Optional<ModelPlan> model =
        config.model().isEmpty()
            ? Optional.empty()
            : Optional.of(ModelPlan.from(config.model(), files.beside(config.model())));
    if (model.isEmpty() && !config.detector().isEmpty()) {
      throw new IllegalArgumentException(
          "detector needs a model: name the document that says what its labels mean");
    }
    Plan plan = Plan.from(files.beside(config.lines()));
    return new CameraParts(
        plan,
        new CameraStation.Wishes(
            CounterParts.spans(config.intervals()),
            CounterParts.zone(config.timeZone()),
            config.passages(),
            TimeUnit.MILLISECONDS.toNanos(config.blindAfterMs()),
            plates(config).rules(files),
            plateLine(config, plan)),
        calling(config, files, model),
        model,
        model.map(one -> modelFile(config, files, one)).orElse(Path.of("")),
        new Naming.Rules(config.lookEveryMs() / 1e3, config.looks(), config.nameWithinMs() / 1e3));
  }

  private static PlateWishes plates(CameraCounterConfig config) {
    return new PlateWishes(
        config.plateDevice(),
        config.plateKeyFile(),
        config.plateForms(),
        config.plateDelayMs(),
        config.plateWithinMs(),
        config.plateTexts());
  }

  private static String plateLine(CameraCounterConfig config, Plan plan) {
    String wanted = config.plateLine();
    if (!wanted.isEmpty() && plan.lines().stream().noneMatch(line -> line.id().equals(wanted))) {
      throw new IllegalArgumentException(
          "plateLine: there is no line \"" + wanted + "\" in " + config.lines());
    }
    return wanted;
  }

  private static Path modelFile(CameraCounterConfig config, CounterFiles files, ModelPlan plan) {
    return files.site().resolve(config.model()).resolveSibling(plan.model());
  }

  private static Calling calling(
      CameraCounterConfig config, CounterFiles files, Optional<ModelPlan> model)
      throws IOException, GarbledData {
    String scheme = ModelPlan.BY_SIZE;
    if (model.isPresent() && !model.get().scheme().equals(ModelPlan.BY_SIZE)) {
      scheme = known(model.get(), files.scheme(model.get().scheme()));
    }
    PcuRule units = files.units(scheme, config.pcuTable(), config.terrain());
    return model.map(plan -> Calling.by(plan, units)).orElseGet(() -> Calling.byOutlines(units));
  }

  /** Its id, when it has all classes that the document names. */
  private static String known(ModelPlan model, ClassScheme scheme) throws GarbledData {
    List<String> ids = scheme.classes().stream().map(VehicleClass::id).toList();
    List<String> named = new ArrayList<>(model.classes().values());
    named.addAll(model.outlines().values());
    named.removeAll(ids);
    if (!named.isEmpty()) {
      throw new GarbledData(
          model.name()
              + " names classes "
              + named
              + " that scheme "
              + scheme.id()
              + " does not have; it has "
              + ids);
    }
    return scheme.id();
  }
}
