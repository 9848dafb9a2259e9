// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.office.FormedOffice;
import io.wayside.tolling.office.OfficeForm;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.http.HttpCarrier;
import io.wayside.tolling.office.http.OfficeClient;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.office.work.OfficeParts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** What the configuration of an office means. */
public final class OfficeSetup {

  /** Ranges kept of each lane, so that the next is there when the last is settled. */
  private static final int RANGES_KEPT = 4;

  private final TollOfficeConfig config;
  private final Path site;
  private final OfficeAddress address;

  public OfficeSetup(TollOfficeConfig config, SiteFiles files) throws GarbledData {
    this.config = config;
    this.site = files.site();
    this.address = OfficeAddress.of(config.station_id(), config.address());
  }

  public OfficeParts parts(
      Journal journal, ProvenanceSource provenance, TimeSource time, RandomGenerator jitter)
      throws IOException, GarbledData {
    HttpClient client =
        OfficeClient.of(Duration.ofMillis(config.connectWithinMs()), file(config.caFile()));
    OfficeForm form = form();
    InstantSource clock = () -> time.now().wall();
    return new OfficeParts(
        config.station_id(),
        new FormedOffice(form, carrier(client, config.settleWithinMs()), clock),
        new FormedOffice(form, carrier(client, config.answerWithinMs()), clock),
        rules(),
        streams(),
        config.questionsAtOnce(),
        journal,
        provenance,
        time,
        jitter);
  }

  private HttpCarrier carrier(HttpClient client, int patienceMs) throws GarbledData {
    return new HttpCarrier(
        client,
        address.base(),
        Duration.ofMillis(patienceMs),
        address.credentials(file(config.tokenFile())));
  }

  private Optional<Path> file(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(site.resolve(name));
  }

  private OfficeForm form() throws GarbledData {
    return switch (config.form()) {
      case "iso" -> new IsoForm(config.originator(), config.destination());
      case "netc" -> new NetcForm(config.originator());
      default -> throw wrong("form \"" + config.form() + "\" is neither iso nor netc");
    };
  }

  private PostingRules rules() throws GarbledData {
    try {
      return new PostingRules(
          config.range() * RANGES_KEPT,
          config.range(),
          config.perSecond(),
          config.burst(),
          Duration.ofMillis(config.firstRetryMs()),
          Duration.ofSeconds(config.lastRetryS()));
    } catch (IllegalArgumentException impossible) {
      throw wrong(String.valueOf(impossible.getMessage()));
    }
  }

  private Predicate<String> streams() {
    Set<String> named = Set.of(config.streams());
    return named.isEmpty() ? stream -> true : named::contains;
  }

  private GarbledData wrong(String what) {
    return OfficeAddress.wrong(config.station_id(), what);
  }
}
