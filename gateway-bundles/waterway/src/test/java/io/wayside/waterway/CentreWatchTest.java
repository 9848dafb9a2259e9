// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.centre.CentreLink;
import io.wayside.core.centre.Reach;
import org.junit.jupiter.api.Test;

class CentreWatchTest {

  private final CentreWatch watch = new CentreWatch(5);

  /** A link whose state a test sets. */
  static final class Link implements CentreLink {
    private final boolean carries;
    volatile Reach reach = new Reach(false, 0);

    Link(boolean carries) {
      this.carries = carries;
    }

    @Override
    public String linkId() {
      return "centre";
    }

    @Override
    public boolean carriesCommands() {
      return carries;
    }

    @Override
    public Reach reach() {
      return reach;
    }
  }

  @Test
  void withoutALinkItIsLostSinceTheBeginning() {
    assertThat(watch.lostSinceNanos()).hasValue(5);
  }

  @Test
  void oneLinkOfManyIsAWayAndTheLastToGoIsTheLoss() {
    Link first = new Link(true);
    Link second = new Link(true);
    watch.add(first);
    watch.add(second);
    first.reach = new Reach(true, 10);
    second.reach = new Reach(true, 12);
    first.reach = new Reach(false, 20);
    assertThat(watch.lostSinceNanos()).isEmpty();
    second.reach = new Reach(false, 30);
    assertThat(watch.lostSinceNanos()).hasValue(30);
  }

  @Test
  void linkByWhichNoOrderCanComeIsNoWay() {
    Link report = new Link(false);
    watch.add(report);
    report.reach = new Reach(true, 10);
    assertThat(watch.lostSinceNanos()).hasValue(5);
  }

  @Test
  void linkThatIsTakenAwayIsLostFromThenOn() {
    Link link = new Link(true);
    watch.add(link);
    link.reach = new Reach(true, 10);
    watch.remove(link, 40);
    assertThat(watch.lostSinceNanos()).hasValue(40);
    Link anew = new Link(true);
    anew.reach = new Reach(false, 50);
    watch.add(anew);
    watch.remove(anew, 60);
    assertThat(watch.lostSinceNanos()).as("as it said itself").hasValue(50);
  }

  @Test
  void linkThatIsDownAndTakenAwayIsLostSinceItWentDown() {
    Link link = new Link(true);
    watch.add(link);
    link.reach = new Reach(false, 30);
    watch.remove(link, 60);
    assertThat(watch.lostSinceNanos()).hasValue(30);
  }
}
