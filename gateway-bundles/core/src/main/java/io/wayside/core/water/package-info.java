// SPDX-License-Identifier: Apache-2.0
/**
 * What is heard of aids to navigation, vessels and the water, and how a lantern is told to shine
 * and a transponder to announce an aid.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.core.water;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
