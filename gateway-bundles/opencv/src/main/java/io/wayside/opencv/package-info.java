// SPDX-License-Identifier: Apache-2.0
/** OpenCV for the gateway: its classes are exported by this bundle, its library is loaded here. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.opencv;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
