// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios;

import io.wayside.rig.scenarios.aidcommands.AidCommands;
import io.wayside.rig.scenarios.aisfuzz.AisFuzz;
import io.wayside.rig.scenarios.camerakill.CameraKill;
import io.wayside.rig.scenarios.count.CountVerb;
import io.wayside.rig.scenarios.countscore.CountScore;
import io.wayside.rig.scenarios.countscore.RigScenes;
import io.wayside.rig.scenarios.devices.IiodVerb;
import io.wayside.rig.scenarios.devices.LlrpVerb;
import io.wayside.rig.scenarios.devices.ModbusVerb;
import io.wayside.rig.scenarios.faults.IndicatorFaults;
import io.wayside.rig.scenarios.fleet.Fleet;
import io.wayside.rig.scenarios.gate.RigGate;
import io.wayside.rig.scenarios.hostile.HostileLinkRun;
import io.wayside.rig.scenarios.hostile.LongOutageRun;
import io.wayside.rig.scenarios.journal.JournalCrash;
import io.wayside.rig.scenarios.loops.RigLoops;
import io.wayside.rig.scenarios.parking.RigParking;
import io.wayside.rig.scenarios.report.WeighReport;
import io.wayside.rig.scenarios.scene.SceneVerb;
import io.wayside.rig.scenarios.toll.RigToll;
import io.wayside.rig.scenarios.tollkill.TollKill;
import io.wayside.rig.scenarios.tolloutage.TollOutage;
import io.wayside.rig.scenarios.waterway.RigWaterway;
import io.wayside.rig.scenarios.weigh.RigWeigh;
import io.wayside.rig.scenarios.weigh.WeighDay;
import io.wayside.rig.scenarios.wire.WriteAsyncApi;
import io.wayside.rig.simulators.weighlane.WeighLaneSimulator;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code ./wayside rig VERB}: simulated devices by themselves, and the long forms of the tests. */
public final class Rig {

  private static final int WRONG_USAGE = 2;

  /** One verb. */
  private record Verb(String name, String about, Program program) {}

  /** Runs with the rest of the arguments and returns the exit code. */
  private interface Program {
    int run(String[] arguments) throws Exception;
  }

  private static final List<Verb> VERBS =
      List.of(
          new Verb(
              "lane",
              "a simulated weigh lane behind an indicator, on a pseudo-terminal or TCP",
              arguments -> {
                WeighLaneSimulator.main(arguments);
                return 0;
              }),
          new Verb(
              "iiod",
              "a simulated ADC as Linux's industrial I/O, over the network or as files",
              arguments -> IiodVerb.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "modbus",
              "a simulated weighing transmitter on Modbus, TCP or serial",
              arguments -> ModbusVerb.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "llrp",
              "a simulated toll reader with tags in its field, on LLRP",
              arguments -> LlrpVerb.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "ais-fuzz",
              "rubbish and good AIS sentences in turn: nothing escapes, every good one is read",
              arguments -> AisFuzz.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "toll",
              "a simulated toll lane through codec, lane and decision, against what is true",
              arguments -> RigToll.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "toll-kill",
              "a toll lane killed at every act; no charge lost or doubled, nothing lowered on a car",
              arguments ->
                  TollKill.run(
                      List.of(arguments),
                      Path.of(System.getProperty("wayside.home", ".")),
                      System.out,
                      System.err)),
          new Verb(
              "toll-outage",
              "days without a back office, made up for: posted once, in order, not too fast",
              arguments -> TollOutage.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "parking",
              "a car park against its drivers, and killed at every record it writes",
              arguments ->
                  RigParking.run(
                      List.of(arguments),
                      Path.of(System.getProperty("wayside.home", ".")),
                      System.out,
                      System.err)),
          new Verb(
              "gate",
              "a ticket gate against its people, and killed at every record it writes",
              arguments ->
                  RigGate.run(
                      List.of(arguments),
                      Path.of(System.getProperty("wayside.home", ".")),
                      System.out,
                      System.err)),
          new Verb(
              "waterway",
              "a reach of river with its aids in tide and trouble, watched by the gateway",
              arguments -> RigWaterway.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "aid-commands",
              "orders to lights through loss, delay and kills, against what the lamps truly did",
              arguments -> AidCommands.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "loops",
              "simulated vehicles over loops and axle sensors, against their true sizes",
              arguments ->
                  RigLoops.run(
                      List.of(arguments),
                      Path.of(System.getProperty("wayside.home", ".")),
                      System.out,
                      System.err)),
          new Verb(
              "scene",
              "a rendered traffic scene as numbered pictures, with lines and truth",
              arguments -> SceneVerb.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "count-score",
              "a counter's events against the truth: recall, precision, classes, speeds",
              arguments -> CountScore.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "scenes",
              "rendered scenes counted by the verb count, against the truth and the bars",
              arguments ->
                  RigScenes.run(List.of(arguments), CountVerb::folder, System.out, System.err)),
          new Verb(
              "camera-kill",
              "a camera's ffmpeg killed every ten seconds; no zombie, no leak, pictures come back",
              arguments -> CameraKill.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "weigh",
              "simulated traffic through converter, driver and station, against the true weights",
              arguments -> RigWeigh.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "weigh-day",
              "a day of a weighing lane, accelerated, in a small heap that must stay flat",
              arguments -> WeighDay.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "indicator-faults",
              "every fault on the line to the scale: no wrong weight, nothing missing in silence",
              arguments -> IndicatorFaults.run(List.of(arguments))),
          new Verb(
              "journal-crash",
              "kills and power cuts over a working journal; nothing accepted may be lost",
              arguments -> JournalCrash.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "fleet",
              "some hundreds of gateways' uplinks against one broker, through an outage",
              arguments -> Fleet.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "hostile-link",
              "every combination of link and broker faults; the centre has what was accepted",
              arguments -> HostileLinkRun.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "long-outage",
              "two weeks without a link and a full disk budget; nothing goes missing in silence",
              arguments -> LongOutageRun.run(List.of(arguments), System.out, System.err)),
          new Verb(
              "weigh-report",
              "write docs/accuracy-weighing.md with its plots: simulated traffic against its truth",
              arguments ->
                  WeighReport.run(
                      List.of(arguments),
                      Path.of(System.getProperty("wayside.home", ".")),
                      System.out,
                      System.err)),
          new Verb(
              "asyncapi",
              "write docs/wire/asyncapi.json anew from the schemas",
              arguments ->
                  WriteAsyncApi.run(Path.of(System.getProperty("wayside.home", ".")), System.out)));

  private Rig() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream errors) throws Exception {
    if (arguments.length == 0 || arguments[0].equals("--help")) {
      (arguments.length == 0 ? errors : out).print(help());
      return arguments.length == 0 ? WRONG_USAGE : 0;
    }
    for (Verb verb : VERBS) {
      if (verb.name().equals(arguments[0])) {
        return verb.program().run(Arrays.copyOfRange(arguments, 1, arguments.length));
      }
    }
    errors.println(
        "there is no rig verb '" + arguments[0] + "'; ./wayside rig --help lists them all");
    return WRONG_USAGE;
  }

  private static String help() {
    StringBuilder text = new StringBuilder("./wayside rig VERB [options]\n\n");
    VERBS.forEach(v -> text.append(String.format("  %-18s %s%n", v.name(), v.about())));
    return text.append("\n./wayside rig VERB --help says more.\n").toString();
  }
}
