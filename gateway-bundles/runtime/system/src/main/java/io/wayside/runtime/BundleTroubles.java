// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.runtime.health.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Bundles that should run by now and do not. */
final class BundleTroubles {

  private final BundleContext context;

  BundleTroubles(BundleContext context) {
    this.context = context;
  }

  List<Trouble> find() {
    int level =
        context
            .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
            .adapt(FrameworkStartLevel.class)
            .getStartLevel();
    List<Trouble> troubles = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      boolean due = bundle.adapt(BundleStartLevel.class).getStartLevel() <= level;
      boolean runs = (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
      if (due && !runs && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
        troubles.add(
            new Trouble(
                "bundle." + bundle.getSymbolicName(),
                "does-not-start",
                "bundle "
                    + bundle.getSymbolicName()
                    + " "
                    + bundle.getVersion()
                    + " is "
                    + state(bundle)
                    + "; the log has the reason, install the release again",
                true));
      }
    }
    return troubles;
  }

  private static String state(Bundle bundle) {
    return bundle.getState() == Bundle.INSTALLED ? "not resolved" : "not started";
  }
}
