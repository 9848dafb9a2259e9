// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Octets;
import java.util.List;

/** What a reader is told, from the site's settings. */
final class Requests {

  static final int READ_TID = 1;
  static final int READ_USER = 2;

  private static final int ACCESS_SPEC = 1;
  private static final int CLASS_1_GEN_2 = 1;
  private static final int BANK_EPC = 1;
  private static final int BANK_TID = 2;
  private static final int BANK_USER = 3;
  private static final int IMMEDIATE = 1;
  private static final int PERIODIC = 1;
  private static final int EACH_N_TAGS = 1;

  /** Of an input that is turned on nobody claims a level. */
  private static final int STATE_UNKNOWN = 2;

  /** Inputs (of ports that are turned on), ROSpec, buffer warning, reader exception, antenna. */
  private static final List<Integer> EVENTS = List.of(1, 2, 3, 4, 8);

  private final Settings settings;

  Requests(Settings settings) {
    this.settings = settings;
  }

  Build everything() {
    return Build.message("GET_READER_CAPABILITIES").with("requestedData", 0);
  }

  /** Keepalives and events; reports are held after a reconnect where the reader can. */
  Build configuration(boolean canHold) {
    Build events = Build.parameter("ReaderEventNotificationSpec");
    EVENTS.forEach(
        type ->
            events.with(
                Build.parameter("EventNotificationState")
                    .with("eventType", type)
                    .with("notify", true)));
    Build configuration =
        Build.message("SET_READER_CONFIG")
            .with(events)
            .with(
                Build.parameter("KeepaliveSpec")
                    .with("triggerType", PERIODIC)
                    .with("periodMs", settings.keepaliveMs()));
    if (canHold) {
      configuration.with(Build.parameter("EventsAndReports").with("holdUponReconnect", true));
    }
    return configuration;
  }

  /**
   * One inventory without end that begins as soon as it is enabled and reports each singulation:
   * ending and beginning it again for each report would leave dead time.
   */
  Build inventory(long roSpecId, Capabilities reader) {
    return Build.message("ADD_ROSPEC")
        .with(
            Build.parameter("ROSpec")
                .with("roSpecId", roSpecId)
                .with(
                    Build.parameter("ROBoundarySpec")
                        .with(Build.parameter("ROSpecStartTrigger").with("triggerType", IMMEDIATE))
                        .with(Build.parameter("ROSpecStopTrigger")))
                .with(
                    Build.parameter("AISpec")
                        .with("antennaIds", antennas())
                        .with(Build.parameter("AISpecStopTrigger"))
                        .with(inventoryParameters(reader)))
                .with(reports()));
  }

  private Octets antennas() {
    return settings.antennas().isEmpty()
        ? Octets.ofShorts(0)
        : Octets.ofShorts(settings.antennas().stream().mapToInt(Integer::intValue).toArray());
  }

  /** For antenna 0, which is all of the AISpec. */
  private Build inventoryParameters(Capabilities reader) {
    Settings.Radio radio = settings.radio();
    Build antenna = Build.parameter("AntennaConfiguration");
    if (radio.powerIndex() >= 0) {
      antenna.with(
          Build.parameter("RFTransmitter")
              .with("hopTableId", reader.hopTable())
              .with("channelIndex", reader.channelIndex(settings.allowedKhz()))
              .with("powerIndex", radio.powerIndex()));
    }
    Build command = Build.parameter("C1G2InventoryCommand");
    if (radio.modeIndex() >= 0) {
      command.with(
          Build.parameter("C1G2RFControl")
              .with("modeIndex", radio.modeIndex())
              .with("tariNs", Math.max(0, radio.tariNs())));
    }
    command.with(
        Build.parameter("C1G2SingulationControl")
            .with("session", radio.session())
            .with("tagPopulation", radio.population())
            .with("tagTransitTimeMs", radio.transitMs()));
    return Build.parameter("InventoryParameterSpec")
        .with("inventoryParameterSpecId", 1)
        .with("protocolId", CLASS_1_GEN_2)
        .with(antenna.with(command));
  }

  private static Build reports() {
    return Build.parameter("ROReportSpec")
        .with("trigger", EACH_N_TAGS)
        .with("n", 1)
        .with(
            Build.parameter("TagReportContentSelector")
                .with("roSpecId", true)
                .with("antennaId", true)
                .with("channelIndex", true)
                .with("peakRssi", true)
                .with("firstSeen", true)
                .with("lastSeen", true)
                .with("seenCount", true)
                .with("accessSpecId", true));
  }

  boolean wantsMemory() {
    return settings.tidWords() > 0 || settings.userWords() > 0;
  }

  /** Reads of every tag, told with the inventory's own reports. */
  Build memory(long roSpecId) {
    Build command =
        Build.parameter("AccessCommand")
            .with(
                Build.parameter("C1G2TagSpec")
                    .with(
                        Build.parameter("C1G2TargetTag")
                            .with("memoryBank", BANK_EPC)
                            .with("match", true)));
    if (settings.tidWords() > 0) {
      command.with(read(READ_TID, BANK_TID, settings.tidWords()));
    }
    if (settings.userWords() > 0) {
      command.with(read(READ_USER, BANK_USER, settings.userWords()));
    }
    return Build.message("ADD_ACCESSSPEC")
        .with(
            Build.parameter("AccessSpec")
                .with("accessSpecId", ACCESS_SPEC)
                .with("protocolId", CLASS_1_GEN_2)
                .with("roSpecId", roSpecId)
                .with(Build.parameter("AccessSpecStopTrigger"))
                .with(command)
                .with(Build.parameter("AccessReportSpec")));
  }

  private static Build read(int operation, int bank, int words) {
    return Build.parameter("C1G2Read")
        .with("opSpecId", operation)
        .with("memoryBank", bank)
        .with("wordCount", words);
  }

  Build enableMemory() {
    return Build.message("ENABLE_ACCESSSPEC").with("accessSpecId", ACCESS_SPEC);
  }

  /** One part of the reader's configuration, by its number in the standard. */
  static Build configuration(int part) {
    return Build.message("GET_READER_CONFIG").with("requestedData", part);
  }

  /** Turns an input on: the reader tells its changes from then on. */
  static Build input(int port) {
    return Build.message("SET_READER_CONFIG")
        .with(
            Build.parameter("GPIPortCurrentState")
                .with("port", port)
                .with("config", true)
                .with("state", STATE_UNKNOWN));
  }

  static Build output(int port, boolean on) {
    return Build.message("SET_READER_CONFIG")
        .with(Build.parameter("GPOWriteData").with("port", port).with("data", on));
  }

  Build enable(long roSpecId) {
    return Build.message("ENABLE_ROSPEC").with("roSpecId", roSpecId);
  }

  Build disable(long roSpecId) {
    return Build.message("DISABLE_ROSPEC").with("roSpecId", roSpecId);
  }
}
