// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.iiod.FakeIioTree;
import io.wayside.rig.simulators.iiod.IioDescription;
import io.wayside.rig.simulators.iiod.IioDevice;
import io.wayside.rig.simulators.iiod.IiodServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code ./wayside rig iiod}: an ADC with four bridges, over the network or as files. */
public final class IiodVerb {

  static final String USAGE =
      """
      ./wayside rig iiod [--port N] [--tree FOLDER] [--rate HZ] [--duration TIME]

      Serves a simulated ADC with four bridges (iio:device0, 24 bits) as iiod 0.25 does, on
      the loopback address, until Ctrl-C. An axle passes every second.

        --port N         TCP port, 0 takes a free one (default 30431)
        --tree FOLDER    no network: files as under / of a Linux machine, and a named pipe
        --rate HZ        scans per second at the start, 1 to 100000 (default 1000)
        --duration TIME  ends by itself after 30s, 5m, 1h (default never)

      exit status: 0 told to stop, 1 cannot be served, 2 wrong usage
      """;

  private IiodVerb() {}

  /** Returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws Exception {
    return new Service(USAGE, Set.of("--port", "--tree", "--rate", "--duration"), IiodVerb::serve)
        .run(arguments, out, errors);
  }

  private static Served serve(DeviceOptions options) throws IOException, DeviceOptions.Wrong {
    int rate = options.number("--rate", 1000, 1, 100_000);
    int port = options.number("--port", IiodServer.PORT, 0, 65_535);
    IioDescription adc = IioDescription.fourBridges(rate);
    RealRigClock clock = new RealRigClock();
    try {
      return options.text("--tree").isPresent()
          ? tree(Path.of(options.text("--tree").get()), adc, rate, clock)
          : network(port, adc, rate, clock);
    } catch (IOException e) {
      clock.close();
      throw e;
    }
  }

  private static Served network(int port, IioDescription adc, int rate, RealRigClock clock)
      throws IOException {
    IioDevice device = IioDevice.paced(adc, new PassingAxles(rate), clock);
    IiodServer server = new IiodServer(port, List.of(device), clock);
    return new Served(
        "iiod at 127.0.0.1:" + server.port() + ", " + rate + " scans per second",
        () -> {
          server.close();
          clock.close();
        });
  }

  private static Served tree(Path root, IioDescription adc, int rate, RealRigClock clock)
      throws IOException {
    FakeIioTree tree = new FakeIioTree(root, adc, new PassingAxles(rate), clock);
    return new Served(
        "device files at " + tree.folder() + ", samples at " + tree.node(),
        () -> {
          tree.close();
          clock.close();
        });
  }
}
