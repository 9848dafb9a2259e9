// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.store.StoreFailed;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** {@code central run}. */
final class RunVerb {

  private static final Set<String> OPTIONS =
      Set.of(
          "--store",
          "--tenant",
          "--group",
          "--client-id",
          "--key",
          "--keys",
          "--page-port",
          "--page-host");

  private RunVerb() {}

  static int run(List<String> words, PrintStream out, CountDownLatch told)
      throws BadArguments, StoreFailed, PortTaken, InterruptedException {
    CentralPlan plan = plan(words);
    try (CentralSubscriber centre = CentralSubscriber.start(plan, record -> {})) {
      out.println(
          "centre of tenant "
              + plan.tenant()
              + " as "
              + plan.broker().clientId()
              + ": "
              + String.join(", ", plan.broker().addresses())
              + " -> "
              + plan.store().replaceFirst("\\?.*", "")
              + ", page http://"
              + plan.pageHost()
              + ":"
              + centre.pagePort()
              + "/");
      told.await();
    }
    return Central.OK;
  }

  static CentralPlan plan(List<String> words) throws BadArguments {
    Set<String> options = new HashSet<>(OPTIONS);
    options.addAll(BrokerOptions.NAMES);
    Arguments given = new Arguments(words, options, Set.of("--kura"));
    String tenant = given.required("--tenant");
    if (given.has("--group") && !given.has("--client-id")) {
      throw new BadArguments(
          "--group needs a --client-id: one for each instance, and always the same for it");
    }
    try {
      return new CentralPlan(
          BrokerOptions.plan(given, given.optional("--client-id", CentralPlan.clientIdOf(tenant))),
          given.required("--store"),
          tenant,
          given.has("--kura"),
          KeyRing.of(given.all("--key"), given.all("--keys")),
          given.optional("--page-host", "127.0.0.1"),
          Math.toIntExact(given.number("--page-port", 8088)));
    } catch (IllegalArgumentException | ArithmeticException outOfRange) {
      throw new BadArguments(String.valueOf(outOfRange.getMessage()));
    }
  }
}
