// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static io.wayside.rig.contracts.Faults.listening;
import static io.wayside.rig.contracts.Faults.saying;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.PlateReading.Alternative;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.device.SampleStream.Channel;
import io.wayside.core.record.Blob;
import io.wayside.core.unit.Mass;
import io.wayside.rig.contracts.Faults.Around;
import io.wayside.rig.contracts.Spoiling.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Faults that only a device of one contract can have. */
final class SpecialMutants {

  private static final List<Mutant> ALL = new ArrayList<>();

  private SpecialMutants() {}

  static List<Mutant> all() {
    ALL.clear();
    weights();
    tags();
    plates();
    sentences();
    samples();
    contacts();
    frames();
    outputs();
    registers();
    return List.copyOf(ALL);
  }

  private static void add(
      Class<?> suite, String name, String caughtBy, String method, Fault fault) {
    ALL.add(Mutant.of(suite, name, caughtBy, method, fault));
  }

  private static void weights() {
    Class<?> suite = ScriptedWeightSourceTest.class;
    add(
        suite,
        "has no frame",
        "aReadingHasItsResolutionAndTheFrameItCameFrom",
        "subscribe",
        saying("rawFrame", was -> ""));
    add(
        suite,
        "has no resolution",
        "aReadingHasItsResolutionAndTheFrameItCameFrom",
        "subscribe",
        saying("resolution", was -> Mass.ZERO));
    add(
        suite,
        "shows more than it resolves",
        "aReadingIsAWholeNumberOfResolutions",
        "subscribe",
        saying("resolution", was -> new Mass(0.7)));
  }

  private static void tags() {
    Class<?> suite = ScriptedTagSourceTest.class;
    String test = "aSightingNamesTagAndAntenna";
    add(suite, "writes tags in capitals", test, "subscribe", saying("epc", was -> "E2AB"));
    add(suite, "counts antennas from 0", test, "subscribe", saying("antenna", was -> 0));
    add(
        suite,
        "hears nothing at what strength",
        test,
        "subscribe",
        saying("strengthDbm", was -> Double.NaN));
    add(
        suite,
        "leaves its radio on",
        "hearsNothingWhileTheRadioIsOffAndHearsAgainWhenItIsOn",
        "radio",
        (call, given) -> null);
    add(
        suite,
        "switches its radio without a link",
        "theRadioCannotBeSwitchedWithoutALink",
        "radio",
        (call, given) -> null);
  }

  private static void plates() {
    Class<?> suite = ScriptedPlateSourceTest.class;
    String test = "aReadingNamesAPlateAndHowSureTheCameraIs";
    add(suite, "reads no plate", test, "subscribe", saying("text", was -> "unknown"));
    add(
        suite,
        "is sure in percent",
        test,
        "subscribe",
        saying("confidence", was -> OptionalDouble.of(97)));
    add(
        suite,
        "is unsure of what it is sure of",
        test,
        "subscribe",
        saying("alternatives", was -> List.of(new Alternative(" ", OptionalDouble.empty()))));
    add(
        suite,
        "sends pictures of nothing",
        "whatComesWithAReadingIsAPicture",
        "subscribe",
        saying("pictures", was -> List.of(new Blob("plate", "image/jpeg", new byte[0]))));
  }

  private static void sentences() {
    Class<?> suite = ScriptedSentenceSourceTest.class;
    String test = "aSentenceComesWithoutLineEndCheckSumAndTagBlockDelimiters";
    add(suite, "leaves line ends", test, "subscribe", saying("text", was -> was + "\r\n"));
    add(suite, "leaves check sums", test, "subscribe", saying("text", was -> was + "*5A"));
    add(suite, "leaves delimiters", test, "subscribe", saying("tagBlock", was -> "\\" + was));
  }

  private static void samples() {
    Class<?> suite = ScriptedSampleStreamTest.class;
    String length = "aBlockHasAsManySamplesOfEachChannel";
    String follow = "blocksFollowEachOtherWithoutGapOrOverlap";
    add(
        suite,
        "forgets a channel",
        length,
        "subscribe",
        saying("samples", was -> Arrays.copyOf((double[][]) was, 1)));
    add(
        suite,
        "has channels of two lengths",
        length,
        "subscribe",
        saying("samples", was -> new double[][] {((double[][]) was)[0], {1}}));
    add(
        suite,
        "samples at another rate",
        "aBlockHasTheTrueDistanceOfSamplesNearTheNominalOne",
        "subscribe",
        saying("intervalNanos", was -> 5_000.0));
    add(
        suite,
        "counts blocks instead of samples",
        follow,
        "subscribe",
        saying("sequence", was -> (long) was / 3));
    add(
        suite,
        "overlaps its blocks",
        follow,
        "subscribe",
        saying("intervalNanos", was -> 1_900_000.0));
    add(
        suite,
        "begins to count anew",
        "sequencesGoForwardOverAnOutage",
        "subscribe",
        saying("sequence", was -> 0L));
    add(suite, "renames its channels", "namesItsChannelsOnceAndForAll", "channels", renaming());
    add(
        suite,
        "has two channels of a name",
        "namesItsChannelsOnceAndForAll",
        "channels",
        (call, given) -> List.of(new Channel("a", "N"), new Channel("a", "N")));
  }

  private static Fault renaming() {
    AtomicLong calls = new AtomicLong();
    return (call, given) -> List.of(new Channel("channel-" + calls.incrementAndGet(), "N"));
  }

  private static void contacts() {
    Class<?> suite = ScriptedContactTest.class;
    add(
        suite,
        "never knows its state",
        "knowsItsStateFromTheLastChange",
        "active",
        (call, given) -> Optional.empty());
    add(
        suite,
        "claims to know its state",
        "doesNotClaimAStateItCannotTell",
        "active",
        (call, given) -> Optional.of(true));
    add(
        suite,
        "chatters",
        "tellsChangesOnly",
        "subscribe",
        listening(
            l ->
                new Around(
                    l,
                    e -> {
                      l.received(e);
                      l.received(e);
                    },
                    l::interrupted)));
  }

  private static void frames() {
    Class<?> suite = ScriptedFrameSourceTest.class;
    String busy = "aBusyListenerMissesFramesAndLearnsHowMany";
    add(suite, "hides missed frames", busy, "subscribe", saying("missedBefore", was -> 0));
    add(suite, "queues frames", busy, "subscribe", queueing());
    add(
        suite,
        "claims missed frames",
        "aListenerThatIsNeverBusyMissesNothing",
        "subscribe",
        saying("missedBefore", was -> (int) was + 3));
  }

  private static Fault queueing() {
    return listening(
        l -> {
          ExecutorService queue =
              Executors.newSingleThreadExecutor(
                  task -> {
                    Thread thread = new Thread(task, "queue");
                    thread.setDaemon(true);
                    return thread;
                  });
          return new Around(l, e -> queue.execute(() -> l.received(e)), l::interrupted);
        });
  }

  private static void outputs() {
    Class<?> suite = ScriptedOutputTest.class;
    add(
        suite,
        "holds without a lease",
        "fallsToItsSafeStateWhenTheLeaseEnds",
        "drive",
        (call, given) -> call.go(given[0], Duration.ofHours(1)));
    add(suite, "keeps the longer lease", "aNewCallReplacesALongerLease", "drive", onlyFirst());
    add(suite, "keeps the first lease", "aNewCallReplacesAShorterLease", "drive", onlyFirst());
    add(
        suite,
        "falls before the lease ends",
        "holdsWhatItWasToldWhileTheLeaseLasts",
        "drive",
        (call, given) -> call.go(given[0], Duration.ofMillis(1)));
    add(
        suite,
        "is never driven",
        "holdsWhatItWasToldWhileTheLeaseLasts",
        "drive",
        (call, given) -> null);
    add(
        suite,
        "only switches on",
        "canBeDrivenToItsSafeStateToo",
        "drive",
        (call, given) -> call.go(true, given[1]));
    add(suite, "does not release", "releaseEndsTheLeaseNow", "release", (call, given) -> null);
    add(
        suite,
        "minds a release without a lease",
        "releaseWithoutALeaseDoesNoHarm",
        "release",
        (call, given) -> {
          throw new IllegalStateException("no lease");
        });
    add(
        suite,
        "is silent about a lost link",
        "saysWhenItCannotBeReachedAndDoesNotCatchUpLater",
        "drive",
        (call, given) -> null);
    add(suite, "changes its mind about safety", "itsSafeStateNeverChanges", "safeState", fickle());
  }

  private static Fault onlyFirst() {
    AtomicBoolean driven = new AtomicBoolean();
    return (call, given) -> driven.getAndSet(true) ? null : call.go(given);
  }

  private static Fault fickle() {
    AtomicBoolean said = new AtomicBoolean();
    return (call, given) -> said.getAndSet(true);
  }

  private static void registers() {
    Class<?> suite = ScriptedRegisterDeviceTest.class;
    add(
        suite,
        "reads signed registers",
        "readsRegistersFrom0To65535",
        "read",
        (call, given) -> Arrays.stream((int[]) call.go(given)).map(v -> (short) v).toArray());
    add(
        suite,
        "packs bits",
        "readsBitsAs0And1",
        "read",
        (call, given) -> new int[] {0b0101_1001, 1});
    add(
        suite,
        "counts addresses from 1",
        "countsAddressesFrom0AndKeepsTablesApart",
        "read",
        (call, given) -> call.go(given[0], (int) given[1] + 1, given[2]));
    add(
        suite,
        "mixes up its tables",
        "countsAddressesFrom0AndKeepsTablesApart",
        "read",
        (call, given) -> call.go(Table.COILS, given[1], given[2]));
    add(
        suite,
        "writes one cell too many",
        "writesExactlyTheCellsItWasTold",
        "write",
        (call, given) -> call.go(given[0], given[1], Arrays.copyOf((int[]) given[2], 3)));
    add(
        suite,
        "hides that it cannot write",
        "doesNotWriteWhatCanOnlyBeRead",
        "write",
        (call, given) -> null);
    add(
        suite,
        "calls a refusal a garble",
        "aRefusalIsARefusal",
        "read",
        telling(was -> new DeviceException.Garbled(was.getMessage())));
    add(
        suite,
        "calls a garble a time-out",
        "anUnreadableAnswerIsGarbled",
        "read",
        telling(was -> new DeviceException.TimedOut(was.getMessage())));
    add(
        suite,
        "calls a time-out a lost link",
        "noAnswerIsATimeout",
        "write",
        telling(was -> new DeviceException.LinkDown(was.getMessage())));
    add(
        suite,
        "calls a lost link a time-out",
        "withoutALinkTheLinkIsDownUntilItIsBack",
        "read",
        telling(was -> new DeviceException.TimedOut(was.getMessage())));
    add(
        suite,
        "does not say which device",
        "noAnswerIsATimeout",
        "read",
        telling(was -> new DeviceException.TimedOut("no answer")));
  }

  private static Fault telling(Function<Throwable, DeviceException> instead) {
    return (call, given) -> {
      try {
        return call.go(given);
      } catch (Throwable was) {
        throw instead.apply(was);
      }
    };
  }
}
