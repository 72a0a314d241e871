package org.microgram.messages.network;

import java.io.Serializable;
import org.microgram.messages.rows.Subject;
import org.microgram.standards.figures.MonitoringPlan;

/** A station or an area whose monitoring plan leaves a pollutant out, from when to when, and what says so. */
public record NotMonitored(Subject subject, MonitoringPlan.Exemption exemption) implements Serializable {}
