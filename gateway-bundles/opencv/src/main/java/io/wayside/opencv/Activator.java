// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** In a gateway, the library is kept in its state folder; in another framework, by that. */
public final class Activator implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    String state = context.getProperty("wayside.state");
    if (state != null) {
      Native.keepIn(Path.of(state, "cache", "opencv"));
    }
  }

  @Override
  public void stop(BundleContext context) {
    // The library stays until the class loader goes: Java cannot unload it before.
  }
}
