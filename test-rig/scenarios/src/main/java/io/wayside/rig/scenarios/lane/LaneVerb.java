// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.health.HealthSource;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.LaneSetup;
import io.wayside.tolling.SiteFiles;
import io.wayside.tolling.TollLaneConfig;
import io.wayside.tolling.TollListsComponent;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.LaneParts;
import io.wayside.tolling.control.TollLane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** {@code ./wayside lane}: one toll lane in the foreground, for a technician at the lane. */
public final class LaneVerb {

  private static final int WRONG_USAGE = 2;
  private static final long LOOK_MS = 200;

  private static final String USAGE =
      """
      ./wayside lane --site SITE.json [--station ID] [--reader HOST:PORT] [--keys] [--dry-run]
                     [--state FOLDER]

      Runs one toll lane of a site document in the foreground, with the drivers it names and
      without a gateway: nothing is kept in a journal, nothing goes to the centre, nothing is
      charged. What the lane wants done and what it would put on record goes to standard output
      as lines of JSON. Ctrl-C ends it; outputs fall to their safe state, the radio goes off.

        --site FILE         the site document; devices of type llrp, contact and output work here
        --station ID        which station of type toll-lane, when there are several
        --reader HOST:PORT  this reader instead of the one in the document
        --keys              loops, curtain and arm switches are typed, one line each:
                              l1 on      something is on the arming loop
                              l3 off     nothing is on the safety loop any more
                            and l2, curtain, up, down where the document fits them; all are off at
                            the beginning. Without it they are the document's contacts. The end of
                            the input ends the verb
        --dry-run           no output is driven: barrier, lights and siren are printed alone
        --state FOLDER      where lists and the last order are kept (default lane-state beside the
                            document); lists are laid down in FOLDER/toll-lists-incoming

      Orders may be typed too: open, close, hold-open, maintain, grant, deny, retry, state.

      exit status: 0 told to stop, 2 wrong usage or a wrong document
      """;

  private LaneVerb() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(
        run(
            List.of(arguments),
            Path.of(System.getProperty("wayside.home", ".")),
            System.in,
            System.out,
            System.err));
  }

  /** Returns the exit code. */
  static int run(
      List<String> arguments, Path home, InputStream in, PrintStream out, PrintStream errors)
      throws InterruptedException, IOException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      LaneOptions options = LaneOptions.parse(arguments);
      SiteParts site =
          SiteParts.read(options.site(), home.resolve("config/schema/site.schema.json"));
      serve(site, options, home, in, out, errors);
      return 0;
    } catch (Wrong | GarbledData wrong) {
      errors.println("wayside lane: " + String.valueOf(wrong.getMessage()).replaceAll("\\R", " "));
      return WRONG_USAGE;
    }
  }

  private static void serve(
      SiteParts site,
      LaneOptions options,
      Path home,
      InputStream in,
      PrintStream out,
      PrintStream errors)
      throws Wrong, GarbledData, IOException, InterruptedException {
    BenchTime time = new BenchTime();
    SiteFiles files = new SiteFiles(site.folder(), home.resolve("config"), options.state());
    TollLaneConfig config =
        Assembled.configuration(
            TollLaneConfig.class, site.part("station", "toll-lane", site.lane(options.station())));
    LaneSetup setup = setup(config, files);
    TollListsComponent lists =
        Assembled.make(
            TollListsComponent.class,
            site.part("station", "toll-lists", config.listsStation()),
            files,
            time);
    BenchDevices devices = new BenchDevices(site, options, time);
    Consumer<Value.Fields> lines =
        line -> {
          synchronized (out) {
            out.println(Json.write(line));
            out.flush();
          }
        };
    TollLane lane =
        new TollLane(
            new LaneParts(
                setup.settings(),
                devices.of(config),
                lists,
                lists,
                setup.policy(),
                setup.fares(),
                Optional.empty(),
                new KeptOrder(setup.orderFile()),
                new PrintedJournal(lines),
                () -> new Provenance("bench", "none", "none"),
                time,
                new PrintedActs(lines, time.monotonicNanos())));
    List<HealthSource> all = new ArrayList<>(devices.driven());
    all.add(lists);
    ScheduledExecutorService looking = looking(new HealthLines(all, lines));
    run(lane, new TypedLines(devices.typed(), lane::handle), options, in, errors, devices::stop);
    looking.shutdownNow();
    lists.stop();
  }

  private static ScheduledExecutorService looking(HealthLines health) {
    ScheduledExecutorService looking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "wayside-lane-health");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        looking.scheduleWithFixedDelay(health::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    return looking;
  }

  /** A file that the document names and that is not there is the caller's to mend. */
  private static LaneSetup setup(TollLaneConfig config, SiteFiles files) throws Wrong, GarbledData {
    try {
      return new LaneSetup(config, files);
    } catch (IOException unreadable) {
      throw new Wrong(String.valueOf(unreadable.getMessage()));
    }
  }

  private static void run(
      TollLane lane,
      TypedLines typed,
      LaneOptions options,
      InputStream in,
      PrintStream errors,
      Runnable devices)
      throws InterruptedException, IOException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(lane, devices, ended), "wayside-lane-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    lane.start();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null) {
      typed.take(line).ifPresent(errors::println);
      line = lines.readLine();
    }
    if (options.keys()) {
      Runtime.getRuntime().removeShutdownHook(hook);
      stop(lane, devices, ended);
    } else {
      ended.await(); // the contacts are wired: only being told to stop ends it
    }
  }

  private static void stop(TollLane lane, Runnable devices, CountDownLatch ended) {
    try {
      lane.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      devices.run();
      ended.countDown();
    }
  }
}
