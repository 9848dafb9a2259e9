// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Names;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.seal.Token;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.Policy;
import io.wayside.journal.store.Sealing;
import io.wayside.journal.store.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Offers the journal of this gateway as a service. */
@Component(
    configurationPid = "io.wayside.journal",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = {Journal.class, HealthSource.class, CommandHandler.class})
@Designate(ocd = Config.class)
public final class JournalComponent implements Journal, HealthSource, CommandHandler {

  private static final Provenance UNKNOWN = new Provenance("unknown", "unknown", "none");
  private static final long MIB = 1024 * 1024;

  private final SqliteJournal journal;
  private final JournalCommands commands;

  /** May come later than the journal: whoever offers it may need a journal first. */
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable ProvenanceSource provenance;

  /**
   * @throws IOException when the state folder cannot be used
   */
  @Activate
  public JournalComponent(Config config, BundleContext context, @Reference TimeSource time)
      throws IOException {
    Path folder = Path.of(property(context, "wayside.state")).resolve("journal");
    String gateway =
        Names.require("framework property wayside.gateway", property(context, "wayside.gateway"));
    String nativeFolder = context.getProperty("wayside.native");
    NativeLibrary.locate(nativeFolder == null ? null : Path.of(nativeFolder), folder);
    this.journal = SqliteJournal.open(settings(config, folder, gateway), time, this::provenance);
    this.commands = new JournalCommands(journal);
  }

  private static JournalSettings settings(Config config, Path folder, String gateway) {
    JournalSettings standard = JournalSettings.standard(folder, gateway);
    return new JournalSettings(
        folder,
        gateway,
        config.quotaMiB() * MIB,
        config.reserveMiB() * MIB,
        Duration.ofHours(config.keepAcknowledgedH()),
        config.maxQueue(),
        standard.maxQueueBytes(),
        config.maxBatchRows(),
        standard.maxBatchBytes(),
        config.maxRecordKiB() * 1024,
        (int) (config.maxBlobMiB() * MIB),
        Policy.of(List.of(config.thin()), List.of(config.keep())),
        new Sealing(Duration.ofMinutes(config.attestEveryMin()), token(config)));
  }

  private static Optional<Token> token(Config config) {
    if (config.pkcs11Library().isBlank()) {
      return Optional.empty();
    }
    Optional<Path> pinFile =
        config.pkcs11PinFile().isBlank()
            ? Optional.empty()
            : Optional.of(Path.of(config.pkcs11PinFile()));
    return Optional.of(
        new Token(
            Path.of(config.pkcs11Library()),
            config.pkcs11Slot(),
            config.pkcs11KeyLabel(),
            pinFile));
  }

  private static String property(BundleContext context, String name) {
    String value = context.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "framework property " + name + " is not set; start the gateway with its launcher");
    }
    return value;
  }

  private Provenance provenance() {
    ProvenanceSource source = provenance;
    return source == null ? UNKNOWN : source.current();
  }

  @Deactivate
  void close() {
    journal.close();
  }

  @Override
  public CompletableFuture<RecordId> append(Draft draft) {
    return journal.append(draft);
  }

  @Override
  public RecordId appendDurably(Draft draft) throws JournalException, InterruptedException {
    return journal.appendDurably(draft);
  }

  @Override
  public Optional<JournalRecord> read(RecordId id) throws JournalException {
    return journal.read(id);
  }

  @Override
  public List<JournalRecord> last(String stream, int most) throws JournalException {
    return journal.last(stream, most);
  }

  @Override
  public Outbox outbox(String destination) throws JournalException {
    return journal.outbox(destination);
  }

  @Override
  public String healthId() {
    return "journal";
  }

  @Override
  public Health health() {
    return journal.health();
  }

  @Override
  public String target() {
    return JournalCommands.TARGET;
  }

  @Override
  public Map<String, Permission> verbs() {
    return JournalCommands.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return commands.handle(command);
  }
}
