// What people take by hand of water beside what automatic stations measure: Chinese first, English complete. As in WaterParameter.

import {words} from './i18n.js';

Object.assign(words, {
  p_COD: ['化学需氧量', 'chemical oxygen demand'],
  p_BOD5: ['五日生化需氧量', 'biochemical oxygen demand'],
  p_Cu: ['铜', 'copper'],
  p_Zn: ['锌', 'zinc'],
  p_F: ['氟化物', 'fluoride'],
  p_Se: ['硒', 'selenium'],
  p_As: ['砷', 'arsenic'],
  p_Hg: ['汞', 'mercury'],
  p_Cd: ['镉', 'cadmium'],
  p_Cr6: ['六价铬', 'hexavalent chromium'],
  p_Pb: ['铅', 'lead'],
  p_CN: ['氰化物', 'cyanide'],
  p_phenol: ['挥发酚', 'volatile phenol'],
  p_oil: ['石油类', 'petroleum'],
  p_LAS: ['阴离子表面活性剂', 'anionic surfactant'],
  p_sulfide: ['硫化物', 'sulfide'],
  p_fecal_coliform: ['粪大肠菌群', 'faecal coliform'],
  p_SO4: ['硫酸盐', 'sulfate'],
  p_Cl: ['氯化物', 'chloride'],
  p_NO3N: ['硝酸盐氮', 'nitrate nitrogen'],
  p_Fe: ['铁', 'iron'],
  p_Mn: ['锰', 'manganese'],
  p_transparency: ['透明度', 'transparency'],
  p_ORP: ['氧化还原电位', 'redox potential'],
});
