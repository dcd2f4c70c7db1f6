import type { BoxTexts } from './box-words.ts';

export const boxesInEnglish: BoxTexts = {
  situation: { label: 'Status', help: 'Your status on 31 December sets your first shares.' },
  residence: {
    label: 'Residence on 31 December',
    help: 'Living overseas lowers the tax of the scale by 30 or 40%, up to a ceiling.',
  },
  birthYear: {
    label: 'Year of birth',
    help: 'Your age counts on 31 December: from 65 on there is an allowance, and it counts for boxes W and S.',
  },
  disabled: {
    label: 'Disability card',
    help: 'Half a share more, and the allowance for disability at any age.',
  },
  raisedChildAlone: {
    label: 'Raised a child alone for 5 years',
    help: 'For a person who lives alone without dependants: half a share more, with a lower cap on what it saves.',
  },
  veteran: {
    label: 'Veteran aged 74 or more',
    help: 'Half a share more for a single person from 74 on (or the widow). Enter the year of birth.',
  },
  veteranCouple: {
    label: 'Couple with a veteran aged 74 or more',
    help: 'Half a share more for the couple. Enter the years of birth.',
  },
  warWidow: { label: "War widow's pension", help: 'Half a share more for a widowed person.' },
  singleParent: {
    label: 'Single parent',
    help: 'You live alone with your children and raise them alone: half a share more, or a quarter in shared custody.',
  },
  children: {
    label: 'Dependent children',
    help: 'Half a share for each of the first two, a share for each further one.',
  },
  disabledChildren: {
    label: 'Of these, with a disability card',
    help: 'Half a share more for each; they count in box F too.',
  },
  sharedCustodyChildren: {
    label: 'Children in shared custody',
    help: 'Each gives each parent half of the share.',
  },
  disabledSharedCustodyChildren: {
    label: 'Of these, with a disability card',
    help: 'A quarter of a share more for each; they count in box H too.',
  },
  disabledDependants: {
    label: 'Dependent disabled persons',
    help: 'A person with a disability card who lives with you counts like a child, plus half a share.',
  },
  attachedAdultChildren: {
    label: 'Attached adult children',
    help: 'An unmarried adult child who is taxed with you counts like a dependent child.',
  },
  attachedMarriedChildren: {
    label: 'Attached married children, number of persons',
    help: 'With spouse and children, so two persons at least: an allowance for each, and no share.',
  },
  salary: { label: 'Salary', help: 'Net taxable salary of the year, before the allowance of 10%.' },
  unemployment: { label: 'Unemployment benefit', help: 'Taxed like a salary, with the same allowance.' },
  actualCosts: { label: 'Actual costs', help: 'They replace the allowance of 10% where they are higher.' },
  exemptOvertime: { label: 'Exempt overtime', help: 'Not taxed, but counted in the reference income.' },
  pension: {
    label: 'Retirement pensions',
    help: 'Taxable pensions of the year, before the allowance of 10%.',
  },
  alimonyReceived: { label: 'Alimony received', help: 'Taxed like a pension.' },
  microRents: {
    label: 'Rents, flat scheme',
    help: 'Up to €15,000: 30% of the rents stand for all costs. Not with boxes 4BA, 4BB and 4BC.',
  },
  netRents: { label: 'Net rents', help: 'Rents less costs.' },
  rentalDeficit: {
    label: 'Deficit for later rents',
    help: 'Deducted from your rents of later years: no effect this year.',
  },
  deficitOnGlobalIncome: {
    label: 'Deficit on global income',
    help: 'Up to €10,700: it lowers your other income.',
  },
  earlierRentalDeficits: {
    label: 'Earlier rental deficits',
    help: "Deducted from this year's rents, never below zero.",
  },
  dividends: { label: 'Dividends', help: 'Taxed at 12.8%, or for 60% in the scale with box 2OP.' },
  interest: { label: 'Interest', help: 'Taxed at 12.8%, or in the scale with box 2OP.' },
  scaleOption: {
    label: 'Option for the scale',
    help: 'Dividends and interest are then taxed with your other income instead of 12.8%.',
  },
  deductibleCsgIncome: {
    label: 'Income giving deductible CSG',
    help: 'With the option for the scale, 6.8% of it is deducted from the income.',
  },
  advanceLevy: {
    label: 'Advance levy paid',
    help: 'What the bank took in advance (12.8%) is given back as a credit.',
  },
  microSales: {
    label: 'Micro-business: sales',
    help: 'Turnover of sales; an allowance of 71% stands for all costs.',
  },
  microServices: {
    label: 'Micro-business: services',
    help: 'Turnover; an allowance of 50% stands for all costs.',
  },
  microLiberal: {
    label: 'Micro-business: liberal professions',
    help: 'Receipts; an allowance of 34% stands for all costs.',
  },
  deductibleCsg: { label: 'Deductible CSG', help: 'The amount already on your return.' },
  alimonyAdultChild1: {
    label: 'Alimony to an adult child',
    help: 'Deducted up to a ceiling for each child, who is not attached to you.',
  },
  alimonyAdultChild2: {
    label: 'Alimony to a second adult child',
    help: 'Deducted up to a ceiling for each child.',
  },
  oldAlimonyAdultChild1: {
    label: 'Alimony to an adult child, judgment before 2006',
    help: 'Counts for 125%, up to the same ceiling.',
  },
  oldAlimonyAdultChild2: {
    label: 'Alimony to a second adult child, judgment before 2006',
    help: 'Counts for 125%, up to the same ceiling.',
  },
  otherAlimony: {
    label: 'Other alimony paid',
    help: 'To minors, parents, a former spouse: without a ceiling.',
  },
  retirementSavings: {
    label: 'Retirement savings (PER)',
    help: 'Deducted up to your own ceiling: fill in its box too.',
  },
  retirementCeiling: { label: 'Ceiling of retirement savings', help: 'It stands on your last tax notice.' },
  aidGifts: {
    label: 'Gifts for people in need',
    help: '75% comes back, up to the ceiling of the year; the rest counts with other gifts.',
  },
  gifts: { label: 'Gifts to charities', help: '66% comes back, within 20% of your income.' },
  nursingHome: { label: 'Nursing home', help: '25% comes back, within €10,000 for each person.' },
  lowerSecondary: { label: 'Children in lower secondary school', help: '€61 off the tax for each.' },
  upperSecondary: { label: 'Children in upper secondary school', help: '€153 off the tax for each.' },
  higherEducation: { label: 'Children in higher education', help: '€183 off the tax for each.' },
  sharedLowerSecondary: {
    label: 'In lower secondary school, shared custody',
    help: 'Half of €61 for each.',
  },
  sharedUpperSecondary: {
    label: 'In upper secondary school, shared custody',
    help: 'Half of €153 for each.',
  },
  sharedHigherEducation: { label: 'In higher education, shared custody', help: 'Half of €183 for each.' },
  homeHelp: {
    label: 'Help at home',
    help: 'Half of it comes back, up to a ceiling: cleaning, garden, care at home.',
  },
  homeHelpFirstYear: {
    label: 'First year as an employer',
    help: 'The ceiling of help at home is then higher.',
  },
  helpedParents: {
    label: 'Parents from 65 helped at their home',
    help: 'How many parents on APA you pay help for: they raise the ceiling.',
  },
  disabilityAtHome: {
    label: 'Disability card in the household',
    help: 'The ceiling of help at home becomes €20,000.',
  },
  childCare1: {
    label: 'Child care, first child',
    help: 'Under 6 years: half of it comes back, up to a ceiling for each child.',
  },
  childCare2: {
    label: 'Child care, second child',
    help: 'Under 6 years: half of it comes back, up to a ceiling for each child.',
  },
  childCare3: {
    label: 'Child care, third child',
    help: 'Under 6 years: half of it comes back, up to a ceiling for each child.',
  },
  sharedChildCare1: {
    label: 'Child care, first child in shared custody',
    help: 'As above, with half of the ceiling.',
  },
  sharedChildCare2: {
    label: 'Child care, second child in shared custody',
    help: 'As above, with half of the ceiling.',
  },
  sharedChildCare3: {
    label: 'Child care, third child in shared custody',
    help: 'As above, with half of the ceiling.',
  },
  unionDues: {
    label: 'Union dues',
    help: '66% comes back, within 1% of your income; nothing with actual costs.',
  },
  withheld: {
    label: 'Tax withheld at source',
    help: 'What was taken from your income of the year, instalments included.',
  },
};
