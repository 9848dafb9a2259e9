// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.start;

import io.wayside.rig.benchmarks.Benchmark;
import io.wayside.rig.benchmarks.Figure;
import io.wayside.rig.benchmarks.Samples;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.scenarios.site.ReleaseFolder;
import io.wayside.rig.scenarios.site.RigBroker;
import io.wayside.rig.scenarios.site.SiteFile;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.SimulatedWeighLane;
import io.wayside.rig.simulators.weighlane.WeighLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From the start of the process to the first record in the journal, beside the bare framework with
 * one component under the same JVM options; and the resident memory of the gateway while it weighs.
 */
public final class StartBenchmark implements Benchmark {

  /** What the runtime bundle logs when the journal has the first record. */
  static final String FIRST_RECORD = "first record accepted";

  private static final List<String> BARE_BUNDLES =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.apache.felix.configadmin",
          "org.apache.felix.scr");

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "start to first record, and memory, against the bare framework with one component";
  }

  @Override
  public List<Figure> run(boolean quick, Progress progress) throws Exception {
    int runs = quick ? 3 : 9;
    Path release = ReleaseFolder.find();
    Path folder = Files.createTempDirectory("wayside-start");
    try (RigBroker broker = new RigBroker(LoopbackPorts.free(), folder);
        RealRigClock clock = new RealRigClock();
        SimulatedWeighLane lane = lane(clock, folder.resolve("ttyScale"))) {
      lane.start();
      Path site =
          SiteFile.write(
              folder.resolve("site.json"),
              "bench-1",
              "serial:" + folder.resolve("ttyScale") + "?9600,8N1",
              broker.address());
      return measure(release, site, folder, runs, quick ? 10 : 45, progress);
    } finally {
      Folders.delete(folder);
    }
  }

  private static SimulatedWeighLane lane(RealRigClock clock, Path pty) {
    return new SimulatedWeighLane(
        clock,
        new PtyPipe(pty),
        FaultPlan.none(),
        new WeighLane(1, LaneSettings.orderly(), event -> {}),
        YaohuaEncoder.standard(),
        IndicatorSettings.axlePlatform());
  }

  private List<Figure> measure(
      Path release, Path site, Path folder, int runs, int weighForS, Progress progress)
      throws IOException, InterruptedException {
    Samples bare = new Samples();
    Samples cold = new Samples();
    Samples prepared = new Samples();
    Samples bareMemory = new Samples();
    Samples memory = new Samples();
    List<String> options;
    try (TimedProcess gateway = gateway(release, site, folder.resolve("state-options"))) {
      gateway.millisTo(FIRST_RECORD);
      options = gateway.jvmOptions();
    }
    Path preparedState = folder.resolve("state-prepared");
    prepare(release, site, preparedState, folder);
    for (int run = 1; run <= runs; run++) {
      progress.doing("start, run " + run + " of " + runs);
      try (TimedProcess process = bareFramework(release, folder, options)) {
        bare.add(process.millisTo(Probe.ACTIVE));
        bareMemory.add(process.residentMiB());
      }
      try (TimedProcess process = gateway(release, site, folder.resolve("state-" + run))) {
        cold.add(process.millisTo(FIRST_RECORD));
      }
      try (TimedProcess process = gateway(release, site, preparedState)) {
        prepared.add(process.millisTo(FIRST_RECORD));
      }
    }
    progress.doing("memory while weighing, " + weighForS + " s");
    try (TimedProcess process = gateway(release, site, folder.resolve("state-memory"))) {
      process.millisTo(FIRST_RECORD);
      process.drainInBackground();
      for (int second = 0; second < weighForS; second++) {
        Thread.sleep(1000);
        memory.add(process.residentMiB());
      }
    }
    Figure bareStart =
        Figure.plain(name(), "bare framework, one component, start", bare.median(), "ms", runs);
    Figure bareResident =
        Figure.plain(
            name(), "bare framework, one component, resident", bareMemory.median(), "MiB", runs);
    List<Figure> figures = new ArrayList<>();
    figures.add(bareStart);
    figures.add(
        Figure.ratio(name(), "gateway, start to first record accepted", cold, "ms", bareStart));
    figures.add(
        Figure.ratio(
            name(), "the same with class-data sharing prepared", prepared, "ms", bareStart));
    figures.add(bareResident);
    figures.add(
        Figure.ratio(
            name(),
            String.format(Locale.ROOT, "gateway, resident over %d s of weighing", weighForS),
            memory,
            "MiB",
            bareResident));
    figures.add(
        Figure.plain(
            name(), "gateway, resident, the most seen", memory.largest(), "MiB", weighForS));
    return figures;
  }

  private static TimedProcess gateway(Path release, Path site, Path state) throws IOException {
    Files.createDirectories(state);
    return new TimedProcess(
        List.of(
            release.resolve("bin/wayside-gateway").toString(),
            "start",
            "--site",
            site.toString(),
            "--state",
            state.toString()),
        state);
  }

  private static void prepare(Path release, Path site, Path state, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(state);
    Process process =
        new ProcessBuilder(
                release.resolve("bin/wayside-gateway").toString(),
                "prepare",
                "--site",
                site.toString(),
                "--state",
                state.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prepare.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(
          "preparing class-data sharing failed: "
              + Files.readString(folder.resolve("prepare.log")));
    }
  }

  private static TimedProcess bareFramework(Path release, Path folder, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        jar(release.resolve("launcher"), "org.apache.felix.framework")
            + ":"
            + Path.of(
                StartBenchmark.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()));
    command.add(BareFramework.class.getName());
    for (String bundle : BARE_BUNDLES) {
      command.add(jar(release.resolve("bundles"), bundle).toString());
    }
    command.add(ProbeBundle.write(folder.resolve("probe.jar")).toString());
    return new TimedProcess(command, folder);
  }

  private static Path jar(Path folder, String name) throws IOException {
    try (var jars = Files.list(folder)) {
      return jars.filter(p -> p.getFileName().toString().matches(name + "-\\d.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no " + name + " in " + folder));
    }
  }
}
